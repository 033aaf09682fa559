/** A subject and the contracts it is about go in; what people call them comes out. */
import type { Matrix, Subject } from '../../matrix/types.ts';
import type { About } from '../types.ts';

const SHOWN = 4;

export function subjectName(matrix: Matrix, subject: Subject): string {
  if (subject.kind === 'price') return 'The price';
  if (subject.kind === 'plan') return matrix.versions[subject.key]?.name ?? subject.key;
  return (
    (matrix.capabilities[subject.key] ?? matrix.limits[subject.key] ?? matrix.meters[subject.key])?.name ?? subject.key
  );
}

/** "Relay", "Community and Relay", "Relay (expired) and 12 more". */
export function plansName(matrix: Matrix, about: About): string {
  const name = (version: string) => matrix.versions[version]?.name ?? version;
  const all = about.holders?.length
    ? about.holders.map(
        (holder) => `${name(holder.version)} (${[holder.state, ...(holder.role ? [holder.role] : [])].join(', ')})`,
      )
    : about.versions.map(name);
  const names = [...new Set(all)];
  if (!names.length) return matrix.product;
  if (names.length <= SHOWN)
    return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${names.slice(0, SHOWN - 1).join(', ')} and ${names.length - SHOWN + 1} more`;
}
