/** What was read somewhere goes in; its places, each with the words that were read there, come out. */
import type { Place } from '../../matrix/types.ts';
import type { Observation } from '../types.ts';

export function quoted({ about, at }: Observation): Place[] {
  const words = 'words' in about ? about.words : '';
  return words ? at.map((place) => (place.kind === 'file' && !place.words ? { ...place, words } : place)) : at;
}
