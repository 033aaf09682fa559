/** A piece of concrete syntax goes in; the offsets at which its content begins and ends, without comments, come out. */
import type { CST } from 'yaml';

export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

const BEFORE_VALUE = new Set(['anchor', 'tag', 'explicit-key-ind', 'seq-item-ind', 'map-value-ind']);

/** The items that hold something: a trailing comma or comment makes an item of its own. */
export function contentItems(collection: Collection): CST.CollectionItem[] {
  return (collection.items as CST.CollectionItem[]).filter(
    ({ start, key, sep, value }) => key || value || sep?.length || start.some(({ type }) => BEFORE_VALUE.has(type)),
  );
}

/** Where the item begins, with the `-`, `?`, anchor or tag before it. */
export function itemStart({ start, key, sep, value }: CST.CollectionItem): number {
  const first = start.find(({ type }) => BEFORE_VALUE.has(type)) ?? key ?? sep?.[0] ?? value;
  return first!.offset;
}

export function itemEnd(item: CST.CollectionItem): number {
  return item.value ? tokenEnd(item.value) : valueStart(item);
}

/** Where a value would begin if there were one: after `-`, or `:`, and what marks the value; at the least, the key. */
export function valueStart({ start, key, sep }: CST.CollectionItem): number {
  const mark = [...start, ...(sep ?? [])].findLast(({ type }) => BEFORE_VALUE.has(type));
  const marked = mark ? mark.offset + mark.source.length : 0;
  return Math.max(marked, key ? tokenEnd(key) : 0);
}

export function tokenEnd(token: CST.Token): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq':
      return itemEnd(contentItems(token).at(-1)!);
    case 'flow-collection':
      return closing(token) + 1;
    case 'block-scalar': {
      const whole = token.props.map((one) => ('source' in one ? one.source : '')).join('') + token.source;
      return token.offset + whole.replace(/\r?\n$/, '').length;
    }
    default:
      return token.offset + ('source' in token ? token.source.length : 0);
  }
}

/** The offset of the closing bracket. */
export function closing(collection: CST.FlowCollection): number {
  return collection.end[0]!.offset;
}

/** The offset of the comma that follows the item, if one does. */
export function commaAfter(collection: CST.FlowCollection, item: CST.CollectionItem): number | undefined {
  const next = collection.items[collection.items.indexOf(item as never) + 1];
  return next?.start.find(({ type }) => type === 'comma')?.offset;
}
