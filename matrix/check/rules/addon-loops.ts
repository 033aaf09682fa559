/** `addon/loops`: an add-on that can only be bought together with itself, directly or through others. */
import { placeOf } from '../../read/source.ts';
import type { Addon, Matrix } from '../../types.ts';
import { grouped } from '../grouped.ts';
import type { MatrixRule } from '../rule.ts';

export const addonLoops: MatrixRule = {
  id: 'addon/loops',
  level: 'error',
  from: 'copy',
  find: ({ matrix, source }) => {
    const left = endless(matrix);
    return [...left].flatMap((addon) => {
      const way = wayBack(addon, left, matrix);
      if (!way) return [];
      return [
        {
          at: placeOf(source, ['addons', addon.key, 'requires', addon.requires.indexOf(way[1]!)]),
          found: `\`${addon.key}\` requires itself: ${way.map((key) => `\`${key}\``).join(' → ')}.`,
          write: 'a list without it; what is always bought together is one add-on.',
        },
      ];
    });
  },
};

/** Add-ons that still require something after all that lead to an end are taken away, in the order of the file. */
function endless({ addons, order }: Matrix): Set<Addon> {
  const left = new Map(order.addons.map((key) => [key, addons[key]!]));
  const open = new Map(
    [...left.values()].map(({ key, requires }) => [key, requires.filter((one) => left.has(one)).length]),
  );
  const links = [...left.values()].flatMap(({ key, requires }) => requires.map((one) => ({ key, one })));
  const dependants = grouped(links, ({ one }) => one);
  const ended = [...open].filter(([, count]) => count === 0).map(([key]) => key);
  for (const key of ended) {
    left.delete(key);
    for (const { key: dependant } of dependants.get(key) ?? []) {
      const count = open.get(dependant)! - 1;
      open.set(dependant, count);
      if (count === 0) ended.push(dependant);
    }
  }
  return new Set(left.values());
}

/** The shortest way from an add-on back to itself. */
function wayBack(from: Addon, within: ReadonlySet<Addon>, { addons }: Matrix): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const next = [from.key];
  for (const key of next)
    for (const one of addons[key]!.requires) {
      if (one === from.key) return way(key, cameFrom, from.key);
      const other = addons[one];
      if (!other || !within.has(other) || cameFrom.has(one)) continue;
      cameFrom.set(one, key);
      next.push(one);
    }
  return undefined;
}

function way(last: string, cameFrom: ReadonlyMap<string, string>, to: string): string[] {
  const back = [to];
  for (let key: string | undefined = last; key && key !== to; key = cameFrom.get(key)) back.unshift(key);
  return [to, ...back];
}
