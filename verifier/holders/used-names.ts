/** Plain data with `{name}` in its texts goes in; the names come out. */

export function usedNames(...data: readonly unknown[]): Set<string> {
  return new Set([...JSON.stringify(data).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
}
