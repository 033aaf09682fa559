/** The sources go in; `dist/` comes out: command line, library and evaluator with their types, schemas, licences. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv, type Options } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { defineConfig, type Rolldown } from 'tsdown';

const OUT = 'dist';

export default defineConfig({
  entry: {
    cli: 'scripts/cli.ts',
    index: 'index.ts',
    evaluator: 'app/evaluator/index.ts',
    'evaluator-database': 'app/evaluator/database/index.ts',
    openfeature: 'app/evaluator/openfeature/index.ts',
    'evaluator-token': 'app/evaluator/token/index.ts',
    remark: 'matrix/print/remark/index.ts',
    astro: 'site/astro/planproof.ts',
    'page-thread': 'verifier/probes/page-thread.ts',
  },
  outDir: OUT,
  // The example's site is built into this folder too, and stays.
  clean: [`${OUT}/*.{js,ts,json,txt}`, `${OUT}/chunks`],
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  fixedExtension: false,
  dts: {
    entry: [
      'index.ts',
      'app/evaluator/index.ts',
      'app/evaluator/database/index.ts',
      'app/evaluator/openfeature/index.ts',
      'app/evaluator/token/index.ts',
      'matrix/print/remark/index.ts',
      'site/astro/planproof.ts',
    ],
  },
  // Bundled, Markdown and YAML load from two files instead of a hundred; a browser, the OpenFeature SDK, `jose` and `pg`
  // are the user's own.
  deps: {
    alwaysBundle: [/.*/],
    neverBundle: ['playwright-core', 'satteri', '@sparticuz/chromium', '@openfeature/server-sdk', 'jose', 'pg'],
    onlyBundle: false,
  },
  minify: { compress: true, mangle: false, codegen: true },
  outputOptions: { chunkFileNames: 'chunks/[name]-[hash].js' },
  copy: globSync('{matrix,verifier}/**/*.schema.json').map((from) => ({ from, to: OUT })),
  plugins: [compiledSchemas(), licences()],
  report: false,
});

const COMPILED_HERE = /new Ajv\((\{[^}]*\})\)\.compile\((\w+)\)/;
const VALIDATOR = '\0validator:';

/**
 * `new Ajv({…}).compile(schema)` becomes the function that it would return: compiling costs more than a whole `check`,
 * and the published package needs no ajv.
 */
function compiledSchemas(): Rolldown.Plugin {
  return {
    name: 'compiled-schemas',
    transform: {
      order: 'pre',
      filter: { id: /\.ts$/, code: /from 'ajv'/ },
      handler(code, id) {
        const used = code.replace(/import type [^;]* from 'ajv';/, '');
        if (!used.includes("'ajv'")) return;
        const [call, options, schema] = used.match(COMPILED_HERE) ?? [];
        const path = used.match(new RegExp(`import ${schema} from '([^']+)'`))?.[1];
        if (!call || !path)
          return this.error(`${id}: write \`new Ajv({ … }).compile(schema)\`, with the schema imported.`);
        const validator = JSON.stringify(`${VALIDATOR}${join(dirname(id), path)}?${options}`);
        return `import $validator from ${validator};\n${used.replace(call, () => '$validator').replace(/import \{ Ajv\b[^;]*;/, '')}`;
      },
    },
    resolveId: { filter: { id: /^\0validator:/ }, handler: (id) => id },
    load: {
      filter: { id: /^\0validator:/ },
      handler(id) {
        const [file = '', options = ''] = id.slice(VALIDATOR.length).split('?');
        return { code: validatorOf(JSON.parse(readFileSync(file, 'utf8')), options), moduleType: 'js' };
      },
    },
  };
}

/** `options` as the source writes them: names with `true` or `false`. */
function validatorOf(schema: object, options: string): string {
  const flags = Object.fromEntries(
    Array.from(options.matchAll(/(\w+): (true|false)/g), ([, k, v]) => [k, v === 'true']),
  );
  const ajv = new Ajv({ ...(flags as Options), code: { source: true, esm: true } });
  return standalone.default(ajv, ajv.compile(schema));
}

/** The licence of every package that is in the bundle, as they ask for. */
function licences(): Rolldown.Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => id.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
      if (folders.size)
        this.emitFile({
          type: 'asset',
          fileName: 'licences.txt',
          source: [...folders].sort().map(licenceOf).join('\n'),
        });
    },
  };
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = ['LICENSE', 'license', 'LICENSE.md', 'LICENCE']
    .map((one) => join(folder, one))
    .find((one) => existsSync(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : 'No licence file.'}\n`;
}
