/** One document as a reader gave it: what every stage of a draft takes. */
import type { Block } from '../claims/text.ts';

export interface Document {
  /** File or address, as shown. */
  path: string;
  blocks: readonly Block[];
}
