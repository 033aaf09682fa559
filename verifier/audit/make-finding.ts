/** The parts of a finding that no comparison made go in; the finding with its key and fingerprint comes out. */
import { hash } from '../judge/hash.ts';
import type { Finding } from '../types.ts';

/** `document` and `values` only name it: the key holds rule, surface, document and subject, the fingerprint also the values. */
export function makeFinding(parts: Omit<Finding, 'key' | 'fingerprint'>, document: string): Finding {
  const { rule, about, sides } = parts;
  const key = hash([rule, about.surface, document, about.subject, about.versions, about.offer ?? null]);
  return { ...parts, key, fingerprint: hash([key, sides.map((side) => [side.who, side.value]), about.holders ?? []]) };
}
