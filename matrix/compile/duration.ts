/** `14 days` as the file states it goes in; `{ n: 14, unit: 'day' }` comes out. */
export function duration(words: string): { n: number; unit: string } {
  const [n = '0', unit = ''] = words.split(' ');
  return { n: Number(n), unit: unit.replace(/s$/, '') };
}
