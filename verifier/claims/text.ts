/** The one model of text that every reader gives and the claim grammar takes: blocks in reading order, with places. */
import type { Place } from '../../matrix/types.ts';

/** Words as a person reads them. `place` gives where `value.slice(from, to)` stands in the source. */
export interface Text {
  value: string;
  place(from: number, to: number): Place;
  /** What stands in the source there, where `value` is put in other words. */
  source?(from: number, to: number): string;
  /** Where another file includes the one that the words stand in. */
  via?: Place;
}

interface At {
  /** Containers that the block stands in, outermost first; a heading speaks for its own container only. */
  within: readonly number[];
  /** Navigation, or the foot of a page: it speaks of no plan that stands elsewhere. */
  apart?: boolean;
  hidden?: Hiding;
  /** Those that it stands in, outermost first. */
  boxes?: readonly Box[];
}

/** An element without a heading that stands beside others like it, as cards do. `among` is the same for all of them. */
export interface Box {
  among: object;
}

/**
 * Nobody sees it before something acts. `reached`: what a click or search in the page plainly leads to, such as a panel of
 * tabs. `unsure`: what a script may show some day, or nobody.
 */
export type Hiding = 'reached' | 'unsure';

export type Block =
  | ({ kind: 'heading'; depth: number; text: Text } & At)
  | ({ kind: 'paragraph'; text: Text } & At)
  | ({ kind: 'item'; text: Text } & At)
  | ({
      kind: 'table';
      head: Text[];
      rows: Text[][];
      /** The parts of what stands over each column, and of what heads each row; none where it is one part. */
      over?: Text[][];
      names?: Text[][];
      /** Set as code: a table only where its first line names plans. */
      laidOut?: true;
    } & At);

/** Every text of a block. */
export function textsOf(block: Block): Text[] {
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : [block.text];
}

/** A block with each of its texts put in other words. */
export function mapTexts(block: Block, put: (text: Text) => Text): Block {
  if (block.kind !== 'table') return { ...block, text: put(block.text) };
  const { head, rows, over, names } = block;
  const each = (texts: Text[][]) => texts.map((row) => row.map(put));
  return {
    ...block,
    head: head.map(put),
    rows: each(rows),
    ...(over && { over: each(over) }),
    ...(names && { names: each(names) }),
  };
}

/** Part of a text that keeps its places. */
export function sliceText(text: Text, from: number, to: number): Text {
  const { source, via } = text;
  return {
    ...(via && { via }),
    value: text.value.slice(from, to),
    place: (a, b) => text.place(from + a, from + b),
    ...(source && { source: (a: number, b: number) => source(from + a, from + b) }),
  };
}
