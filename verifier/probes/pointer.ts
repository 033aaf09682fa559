/** Data and a JSON pointer (RFC 6901) go in; the value there, or undefined, comes out. */
export function pointer(data: unknown, path: string): unknown {
  if (path === '') return data;
  return path
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, part) =>
        value !== null && typeof value === 'object' && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined,
      data,
    );
}
