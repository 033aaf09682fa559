/** Rooms hold: an import that the table of the design forbids turns this red. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What each room may import of ours, besides its own files. */
const ALLOWED: Readonly<Record<string, readonly RegExp[]>> = {
  matrix: [],
  site: [],
  app: [],
  verifier: [
    /^matrix\/(types|vocabulary|public|money|problem|did-you-mean)\.ts$/,
    /^matrix\/expect\//,
    /^matrix\/read\//,
    /^matrix\/draft\/types\.ts$/,
  ],
  // The empty path is the root, in which the command line looks for what is newer than the build.
  // Conformance vectors are printed from the model of the evaluator.
  scripts: [/^(matrix|verifier|app|site)\//, /^dist\//, /^test\/app\/model\//, /^package\.json$/, /^$/],
};

interface Import {
  from: string;
  to: string;
}

function importsOf(room: string): Import[] {
  const files = globSync(`${room}/**/*.{ts,mjs,astro}`, { cwd: ROOT }).filter((file) => !file.includes('node_modules'));
  return files.flatMap((from) => {
    const text = readFileSync(join(ROOT, from), 'utf8');
    const specifiers = [
      ...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g),
      ...text.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]/g),
    ];
    return specifiers.map(([, specifier = '']) => ({
      from,
      to: relative(ROOT, join(ROOT, dirname(from), specifier)).replaceAll('\\', '/'),
    }));
  });
}

function forbidden(room: string, imports: readonly Import[]): Import[] {
  return imports.filter(({ to }) => !to.startsWith(`${room}/`) && !ALLOWED[room]!.some((pattern) => pattern.test(to)));
}

describe('imports', () => {
  it.each(Object.keys(ALLOWED))('of %s', (room) => {
    const imports = importsOf(room);
    expect(imports.length).toBeGreaterThan(3);
    expect(forbidden(room, imports)).toEqual([]);
  });

  it('of an evaluator are none but its own: it runs anywhere', () => {
    const files = globSync('app/evaluator/*.ts', { cwd: ROOT });
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const specifiers = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/from '([^']+)'/g)].map(
        (match) => match[1],
      );
      expect(
        specifiers.every((one) => one?.startsWith('./')),
        file,
      ).toBe(true);
    }
  });

  it('of an evaluator are none of the token source, which itself needs jose and no Node', () => {
    const specifiersOf = (pattern: string) =>
      globSync(pattern, { cwd: ROOT }).flatMap((file) =>
        [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(
          ([, one = '']) => one,
        ),
      );
    const ofToken = specifiersOf('app/evaluator/token/*.ts');
    expect([...new Set(ofToken.filter((one) => !/^\.\.?\//.test(one)))]).toEqual(['jose']);
    expect(specifiersOf('app/evaluator/*.ts').filter((one) => one.startsWith('./token'))).toEqual([]);
  });

  it('of the source over a database are the core and its own: any driver will do', () => {
    const files = globSync('app/evaluator/database/*.ts', { cwd: ROOT });
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      for (const [, specifier] of text.matchAll(/from '([^']+)'/g))
        expect(specifier, file).toMatch(/^\.\.?\/[\w-]+\.ts$/);
    }
  });

  it('that break the table are seen', () => {
    expect(forbidden('verifier', [{ from: 'verifier/x.ts', to: 'matrix/print/words.ts' }])).toHaveLength(1);
    expect(forbidden('verifier', [{ from: 'verifier/x.ts', to: 'app/evaluator/table.ts' }])).toHaveLength(1);
    expect(forbidden('app', [{ from: 'app/x.ts', to: 'matrix/types.ts' }])).toHaveLength(1);
    expect(forbidden('matrix', [{ from: 'matrix/x.ts', to: 'verifier/types.ts' }])).toHaveLength(1);
  });
});

it('nothing in the product branches on the name of a plan or version', () => {
  const { versions } = JSON.parse(readFileSync(join(ROOT, 'app/entitlements.gen.json'), 'utf8')) as {
    versions: Record<string, { plan: string }>;
  };
  const names = [...new Set(Object.entries(versions).flatMap(([version, { plan }]) => [version, plan]))];
  const files = globSync('app/**/*.ts', { cwd: ROOT }).filter((file) => !file.includes('.gen.'));
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const name of names.filter((one) => one.includes('_') || one === 'community'))
      expect(text, `${file} names ${name}`).not.toMatch(new RegExp(`['"\`]${name}['"\`]`));
  }
});
