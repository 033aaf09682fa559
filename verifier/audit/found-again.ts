/** What was found beside any fact, and how to look for it again, go in; what is there again, and what is not, as unread, come out. */
import { unreadable } from '../probes/look.ts';
import type { Finding, Observation } from '../types.ts';
import type { Found } from './forbidden-requests.ts';

export interface FoundTwice {
  found: Found[];
  unread: Observation[];
}

/** `same`: by what two findings are the same. Nothing is looked at again where nothing was found. */
export async function foundAgain(
  first: readonly Found[],
  same: (finding: Finding) => string,
  look: () => Promise<readonly Found[]>,
): Promise<FoundTwice> {
  if (!first.length) return { found: [], unread: [] };
  const seconds = new Set((await look()).map(({ finding }) => same(finding)));
  const gone = first.filter(({ finding }) => !seconds.has(same(finding)));
  return { found: first.filter((one) => !gone.includes(one)), unread: gone.map(({ finding }) => unstable(finding)) };
}

function unstable({ about, says, sides }: Finding): Observation {
  const reason = `unstable: seen once, and not in the same way when it was looked at again: ${says.replace(/\.$/, '')}`;
  const at = sides.flatMap((side) => side.at).filter((place) => place.kind === 'page');
  return unreadable(about.surface, reason, at, about.subject.key);
}
