/** Holders go in, one line out: those of one version together, and a long list shortened. */
import type { Holder } from '../../matrix/types.ts';
import { numberWords } from './count-words.ts';

/** `relay_v6 (active, grace) and 12 more`; `most` is how many versions are named. */
export function holderWords(holders: readonly Holder[], most = 2): string {
  return shortList(holderGroups(holders), most);
}

/** One entry for each version, with the states it was seen in: `relay_v6 (active, grace)`. */
export function holderGroups(holders: readonly Holder[]): string[] {
  const states = new Map<string, Set<string>>();
  for (const holder of holders) {
    const name = nameOf(holder);
    states.set(name, (states.get(name) ?? new Set()).add(holder.state));
  }
  return [...states].map(([name, those]) => `${name} (${[...those].join(', ')})`);
}

/** `a, b and 12 more`. A list that is only one longer than `most` is shown whole. */
export function shortList(words: readonly string[], most: number): string {
  if (words.length <= most + 1) return words.join(', ');
  return `${words.slice(0, most).join(', ')} and ${numberWords(words.length - most)} more`;
}

function nameOf({ version, addons, role, deployment }: Holder): string {
  const parts = [version];
  if (addons?.length) parts.push(`with ${addons.join(' and ')}`);
  if (role) parts.push(`as ${role}`);
  if (deployment) parts.push(`on ${deployment}`);
  return parts.join(' ');
}
