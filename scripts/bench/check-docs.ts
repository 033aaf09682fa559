/** Megabytes of Markdown go in; how `planproof check` compares with parsing, and with hashing, the same files comes out. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { largeDocs } from './docs/large-docs.ts';
import { type Measured, median } from './measured.ts';
import { commandLine, type Ran, ROOT, runNode, withFolder, writeScript } from './node-runs.ts';

const MEGABYTES = 10;
const MANY_MEGABYTES = 100;
const PAIRS = 3;
const MORE_WORDS = 10;
const MOST_MEMORY = 400;

interface Bench {
  folder: string;
  check: string;
}

export function checkDocs(): Measured[] {
  return withFolder((folder) => {
    const check = writeScript(folder, 'check', commandLine());
    writeWorkspace(folder, MEGABYTES);
    return [...againstOthers({ folder, check }), ...growth({ folder, check })];
  });
}

/** Cold: nothing is remembered. Warm: nothing changed since the last time. Each in turn with what it is held against. */
function againstOthers(bench: Bench): Measured[] {
  const parse = writeScript(bench.folder, 'parse', [
    importing('unified', '{ unified }'),
    importing('remark-parse', 'remarkParse'),
    importing('remark-gfm', 'remarkGfm'),
    ...eachFile("processor.parse(readFileSync(path, 'utf8'));"),
    'const processor = unified().use(remarkParse).use(remarkGfm);',
    'for (const path of paths) look(path);',
  ]);
  const hash = writeScript(bench.folder, 'hash', [
    "import { createHash } from 'node:crypto';",
    ...eachFile("createHash('sha256').update(readFileSync(path)).digest('hex');"),
    'for (const path of paths) look(path);',
  ]);
  const rounds = Array.from({ length: PAIRS }, () => ({
    parsing: runNode(parse, { cwd: bench.folder }),
    cold: cold(bench),
    warm: warm(bench),
    hashing: runNode(hash, { cwd: bench.folder }),
  }));
  const ms = (name: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[name].ms));
  const memory = Math.max(...rounds.flatMap(({ cold, warm }) => [cold.megabytes, warm.megabytes]));
  console.log(
    `check of ${MEGABYTES} MB of Markdown: cold ${ms('cold').toFixed(0)} ms, warm ${ms('warm').toFixed(0)} ms, ` +
      `peak memory ${memory.toFixed(0)} MB (remark ${ms('parsing').toFixed(0)} ms, hashing ${ms('hashing').toFixed(0)} ms)`,
  );
  const of = `check of ${MEGABYTES} MB of Markdown`;
  return [
    {
      what: `${of}, cold, as a multiple of parsing it with remark-parse and remark-gfm`,
      ratio: median(rounds.map(({ cold, parsing }) => cold.ms / parsing.ms)),
      target: 0.2,
    },
    {
      what: `${of}, warm, as a multiple of reading and hashing it`,
      ratio: median(rounds.map(({ warm, hashing }) => warm.ms / hashing.ms)),
      target: 3,
    },
    { what: `${of}: peak memory, as a multiple of ${MOST_MEMORY} MB`, ratio: memory / MOST_MEMORY, target: 1 },
  ];
}

/** A tenth more than linear is noise; ten times the vocabulary may cost half as much again. */
function growth(bench: Bench): Measured[] {
  const small = median([cold(bench).ms, cold(bench).ms, cold(bench).ms]);
  addWords(bench.folder, MORE_WORDS);
  const wordy = median([cold(bench).ms, cold(bench).ms, cold(bench).ms]);
  writeWorkspace(bench.folder, MANY_MEGABYTES);
  const large = cold(bench);
  console.log(
    `${MANY_MEGABYTES} MB take ${(large.ms / small).toFixed(1)} times as long as ${MEGABYTES} MB ` +
      `(${large.megabytes.toFixed(0)} MB of memory); ${MORE_WORDS} times the vocabulary ${(wordy / small).toFixed(2)} times`,
  );
  return [
    {
      what: `check of ${MANY_MEGABYTES} MB, as a multiple of ${MANY_MEGABYTES / MEGABYTES} times that of ${MEGABYTES} MB`,
      ratio: large.ms / small / (MANY_MEGABYTES / MEGABYTES),
      target: 1.1,
    },
    { what: `check with ${MORE_WORDS} times the vocabulary, as a multiple`, ratio: wordy / small, target: 1.5 },
  ];
}

function cold({ folder, check }: Bench): Ran {
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
  return warm({ folder, check });
}

function warm({ folder, check }: Bench): Ran {
  return runNode(check, { cwd: folder, args: ['check'] });
}

/** The example's matrix without what else it is printed into; docs alone are looked at. */
function writeWorkspace(folder: string, megabytes: number): void {
  rmSync(join(folder, 'docs'), { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  cpSync(join(ROOT, 'matrix/entitlements.yaml'), join(folder, 'entitlements.yaml'));
  const config = ['planproof: 1', 'matrix: entitlements.yaml', 'surfaces:', '  - id: docs', '    kind: docs'];
  writeFileSync(join(folder, 'planproof.config.yaml'), [...config, '    files: ["docs/**/*.md"]', ''].join('\n'));
  for (const { path, text } of largeDocs(megabytes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Ten times as many capabilities, whose names no page holds. */
function addWords(folder: string, times: number): void {
  const path = join(folder, 'entitlements.yaml');
  const text = readFileSync(path, 'utf8');
  const stated = text.split(/^capabilities:$/m)[1]?.match(/^ {2}\w+:/gm)?.length ?? 0;
  const more = Array.from(
    { length: stated * (times - 1) },
    (_, n) => `  further_${n}: { name: Zephyr ${n} probe, also: [quasar ${n} lens], audience: internal }`,
  );
  writeFileSync(path, text.replace(/^capabilities:$/m, `capabilities:\n${more.join('\n')}`));
}

function importing(name: string, what: string): string {
  return `import ${what} from ${JSON.stringify(createRequire(import.meta.url).resolve(name))};`;
}

function eachFile(look: string): string[] {
  return [
    "import { globSync, readFileSync } from 'node:fs';",
    "const paths = globSync('docs/**/*.md');",
    `const look = (path) => { ${look} };`,
  ];
}
