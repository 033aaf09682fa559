/** An id that is in use goes in; the next one that nothing bears yet comes out. */

/** `pro_v6` is followed by `pro_v7`, `starter` by `starter_2`. Ids with `-` and without `_` keep to it. */
export function nextId(id: string, taken: ReadonlySet<string>): string {
  const [, stem, n] = id.match(/^(.*(?:^|[_.-])v)(\d+)$/) ?? id.match(/^(.*[_-])([1-9]\d?)$/) ?? [];
  const joint = id.includes('-') && !id.includes('_') ? '-' : '_';
  const start = stem === undefined ? `${id}${joint}` : stem;
  let number = stem === undefined ? 2 : Number(n) + 1;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}
