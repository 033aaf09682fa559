/** A whole number and a noun go in; `1,243 facts` comes out, the same on every machine. */

/** `other` is the plural; without it an `s` is added. */
export function countWords(n: number, one: string, other = `${one}s`): string {
  return `${numberWords(n)} ${n === 1 ? one : other}`;
}

/** Digits grouped by commas, whatever the locale; a fraction is kept as it is. */
export function numberWords(n: number): string {
  const [whole = '', fraction] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}
