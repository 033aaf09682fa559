/** What was left out goes in; a sentence for each reason, with the places that it concerns, comes out. */
import { grouped } from '../check/grouped.ts';
import type { LeftOut } from './imported.ts';

/** Below this many, each place is named. */
const MANY = 4;

/** `counts` gives, for a part of the source such as `features`, how many entries it has. */
export function tellLeftOut(leftOut: readonly LeftOut[], counts: Readonly<Record<string, number>>): string[] {
  return [...grouped(leftOut, ({ reason }) => reason)].map(([reason, all]) => {
    const places = [...grouped(all, familyOf)].flatMap(([, family]) => together(family, counts));
    return `${places.join(', ')}: ${reason}.`;
  });
}

/** All but the second step, in which entries of one part differ. */
function familyOf({ path: [part, , ...rest], value }: LeftOut): string {
  return rest.length ? JSON.stringify([part, rest, value]) : JSON.stringify([part]);
}

/** `features.*.type` where it is all of them, `features.{a, b, c, d}.type` where it is many. */
function together(family: readonly LeftOut[], counts: Readonly<Record<string, number>>): string[] {
  const [first] = family;
  const [part = '', , ...rest] = first!.path;
  if (family.length < MANY || !rest.length) return family.map(alone);
  const names = family.map(({ path }) => path[1]);
  const middle = family.length === counts[part] ? '*' : `{${names.join(', ')}}`;
  return [alone({ ...first!, path: [part, middle, ...rest] })];
}

function alone({ path, value }: LeftOut): string {
  return path.join('.') + (value === undefined ? '' : ` (${value})`);
}
