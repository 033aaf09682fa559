/** For every rule about a matrix: files that pass, and files that only this rule finds fault with, with the places. */
import { CONTRACTS } from './stories-contracts.ts';
import { LIFECYCLE } from './stories-lifecycle.ts';
import { LIMITS } from './stories-limits.ts';
import { NAMES } from './stories-names.ts';
import { REFERENCES } from './stories-references.ts';
import { SETS } from './stories-sets.ts';
import type { Story } from './story.ts';

export type { Story } from './story.ts';

export const STORIES: readonly Story[] = [...REFERENCES, ...NAMES, ...SETS, ...LIMITS, ...LIFECYCLE, ...CONTRACTS];
