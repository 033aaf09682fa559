/** A report and the bytes of its pictures go in; the report that points at those held in the page, and the markup that holds them, come out. */
import type { Report } from '../../types.ts';
import { Markup, markup } from './markup.ts';

const MOST_BYTES = 20_000_000;

/** Up to 20 MB, in the order of the findings; the rest stay files beside the report. Each is held once, however many findings show it. */
export function heldPictures(
  report: Report,
  pictures: ReadonlyMap<string, Uint8Array>,
): { report: Report; held: Markup } {
  const places = new Map<string, string>();
  const symbols: Markup[] = [];
  let bytes = 0;
  const evidence = Object.entries(report.evidence).map(([fingerprint, all]) => [
    fingerprint,
    all.map((one) => {
      const contents = one.picture && pictures.get(one.picture.file);
      if (!one.picture || !contents) return one;
      const { file, width, height } = one.picture;
      if (!places.has(file) && bytes + contents.length <= MOST_BYTES) {
        bytes += contents.length;
        places.set(file, `#picture-${places.size + 1}`);
        const data = `data:image/jpeg;base64,${Buffer.from(contents).toString('base64')}`;
        symbols.push(
          markup`<symbol id="${places.get(file)!.slice(1)}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="${new Markup(data)}"/></symbol>`,
        );
      }
      return { ...one, picture: { file: places.get(file) ?? file, width, height } };
    }),
  ]);
  const held = markup`${symbols.length > 0 && markup`<svg width="0" height="0" aria-hidden="true" class="sprite">${symbols}</svg>`}`;
  return { report: { ...report, evidence: Object.fromEntries(evidence) }, held };
}
