/** `addon/impossible`: an add-on that nobody can buy, because of what has to be bought with it. */
import { type Path, placeOf } from '../../read/source.ts';
import type { Addon, Matrix } from '../../types.ts';
import type { Checked, MatrixRule } from '../rule.ts';

interface Obstacle {
  found: string;
  write: string;
  path: Path;
  /** What stands against it. */
  other?: { path: Path; words: string };
}

export const addonImpossible: MatrixRule = {
  id: 'addon/impossible',
  level: 'error',
  from: 'copy',
  find: (checked) => {
    const { matrix, source } = checked;
    const blocked = new Map<string, Obstacle>();
    for (const key of matrix.order.addons) {
      const obstacle = obstacleOf(checked, matrix.addons[key]!);
      if (obstacle) blocked.set(key, obstacle);
    }
    return [...blocked].flatMap(([key, { found, write, path, other }]) => {
      // What is only impossible because another add-on is becomes possible with it.
      if (matrix.addons[key]!.requires.some((one) => one !== key && blocked.has(one))) return [];
      const related = other && [{ at: placeOf(source, other.path), words: other.words }];
      return [{ at: placeOf(source, path), found, write, ...(related && { related }) }];
    });
  },
};

function obstacleOf({ matrix }: Checked, addon: Addon): Obstacle | undefined {
  if (!addon.requires.length && !addon.excludes.length) return undefined;
  const all = boughtWith(matrix, addon);
  return excluded(addon, all) ?? withoutPlan(addon, all);
}

/** The add-on, and all that has to be bought with it. */
function boughtWith({ addons }: Matrix, addon: Addon): Map<string, Addon> {
  const all = new Map([[addon.key, addon]]);
  for (const { requires } of all.values())
    for (const key of requires) if (addons[key] && !all.has(key)) all.set(key, addons[key]);
  return all;
}

function excluded(addon: Addon, all: ReadonlyMap<string, Addon>): Obstacle | undefined {
  for (const one of all.values()) {
    const index = one.excludes.findIndex((key) => all.has(key));
    if (index < 0) continue;
    const key = one.excludes[index]!;
    const path = ['addons', one.key, 'excludes', index];
    if (key === one.key)
      return { found: `\`${key}\` cannot be had together with itself.`, write: 'a list without it.', path };
    const pair = [key, one.key].includes(addon.key)
      ? `requires \`${one === addon ? key : one.key}\`, and \`${one.key}\` excludes \`${key}\``
      : `requires \`${one.key}\` and \`${key}\`, and the one excludes the other`;
    const other = { path: ['addons', addon.key, 'requires'], words: 'What it requires stands here.' };
    return { found: `\`${addon.key}\` ${pair}.`, write: 'one of the two: required or excluded.', path, other };
  }
  return undefined;
}

/** An add-on for no plan at all is one that is kept from sale. */
function withoutPlan(addon: Addon, all: ReadonlyMap<string, Addon>): Obstacle | undefined {
  let plans = addon.for;
  for (const one of all.values()) {
    const both = plans.filter((plan) => one.for.includes(plan));
    if (plans.length && !both.length)
      return {
        found: `\`${addon.key}\` requires \`${one.key}\`, which cannot be had with any plan that \`${addon.key}\` is for.`,
        write: 'a plan that both are for.',
        path: ['addons', addon.key, 'requires'],
        other: { path: ['addons', one.key, 'for'], words: `The plans of \`${one.key}\` stand here.` },
      };
    plans = both;
  }
  return undefined;
}
