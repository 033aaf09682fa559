/** A report and the pictures that were taken go in; the report with those that its findings show, named by fingerprint, and their bytes by that name come out. */
import type { Picture } from '../browse/take-picture.ts';
import type { Evidence, Report } from '../types.ts';

export interface NamedPictures {
  report: Report;
  /** By path beside the report. */
  pictures: Map<string, Uint8Array>;
}

/** A picture that several findings share bears the name of the first. */
export function namePictures(report: Report, taken: ReadonlyMap<string, Picture>): NamedPictures {
  const names = new Map<string, string>();
  const pictures = new Map<string, Uint8Array>();
  const nameOf = (id: string, fingerprint: string): string | undefined => {
    const before = names.get(id);
    const picture = taken.get(id);
    if (before || !picture) return before;
    const already = [...names.values()].filter((name) => name.startsWith(`evidence/${fingerprint}-`)).length;
    const name = `evidence/${fingerprint}-${already + 1}.jpg`;
    names.set(id, name);
    pictures.set(name, picture.bytes);
    return name;
  };
  const named = (fingerprint: string, { picture, ...one }: Evidence): Evidence => {
    const file = picture && nameOf(picture.file, fingerprint);
    return { ...one, ...(picture && file && { picture: { ...picture, file } }) };
  };
  const evidence = Object.entries(report.evidence).map(([fingerprint, all]) => [
    fingerprint,
    all.map((one) => named(fingerprint, one)),
  ]);
  return { report: { ...report, evidence: Object.fromEntries(evidence) }, pictures };
}
