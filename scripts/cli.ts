/** The command line: words go in, one command is loaded and run, its exit code comes out. */
import { parseArgs } from 'node:util';
import type { Waive } from './decisions/waive-words.ts';
import { Failure, sentenceOf } from './failure.ts';

const USAGE = `planproof <command>

  check      matrix, generated files and docs in one go; no server, no network
  audit      site, docs, app and API against the matrix; writes report/
  generate   prints every generated file; --check only compares
  diff       what a change of the matrix means for customers: diff [BASE], a git revision or a file
  explain    one value, where it comes from and since when: explain PLAN KEY
  draft      a matrix from what copy says already: draft FILES|URL..., --to FILE, --force
  init       writes a first matrix and configuration into this folder
  import     a matrix from another format: pricing2yaml FILE, stripe EXPORT.json

Options: --json, --check, --sandbox NAME, --date YYYY-MM-DD, --only SURFACE, --holder VERSION.STATE, --key KEY, --out FILE, --help, --version
  --format NAME[=FILE]   of check and audit, as often as wanted: terminal, json, html, sarif, junit, github, summary; of diff: markdown
  --changed [BASE]       check shows findings in files that changed since this branch left the main one, or since BASE
  --staged               check looks at what the next commit would have, for a git hook
  --guesses              check also tells, as notes, what would be wrong if a guess about its plan is right
  --fix                  check first mends what is certain in generated files and docs, and leaves every other byte alone
  --env NAME             audit looks at an environment of the configuration
  --plan                 audit prints every question that it would put, and asks none
  --waive KEY --owner WHO --until YYYY-MM-DD --reason WHY   lets a finding be until a day
  --baseline FILE, --update-baseline                        findings that are known; the list only shrinks
Exit codes: 0 clean, 1 findings, 2 could not run or could not look`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  sandbox: { type: 'string' },
  date: { type: 'string' },
  only: { type: 'string', multiple: true },
  holder: { type: 'string', multiple: true },
  key: { type: 'string', multiple: true },
  out: { type: 'string' },
  to: { type: 'string' },
  force: { type: 'boolean', default: false },
  site: { type: 'string' },
  app: { type: 'string' },
  api: { type: 'string' },
  env: { type: 'string' },
  format: { type: 'string', multiple: true },
  changed: { type: 'boolean', default: false },
  staged: { type: 'boolean', default: false },
  guesses: { type: 'boolean', default: false },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean', default: false },
  plan: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  waive: { type: 'string' },
  owner: { type: 'string' },
  until: { type: 'string' },
  reason: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse(args: string[]) {
  // `--changed` stands alone or before a revision, which may also follow `=`.
  const apart = args.flatMap((one) => (one.startsWith('--changed=') ? ['--changed', one.slice(10)] : [one]));
  return parseArgs({ args: apart, options: OPTIONS, allowPositionals: true });
}

/** How many words a command takes after its name. */
const TAKES: Record<string, number> = { diff: 1, explain: 2, import: 2, draft: Number.POSITIVE_INFINITY };

/** Options about findings, which mean nothing elsewhere. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  changed: ['check'],
  guesses: ['check'],
  staged: ['check'],
  baseline: ['check', 'audit'],
  plan: ['audit'],
  env: ['audit'],
  'update-baseline': ['check'],
  fix: ['check'],
  waive: ['check', 'audit'],
  owner: ['check', 'audit'],
  until: ['check', 'audit'],
  reason: ['check', 'audit'],
};

const COMMANDS: Record<string, (values: Values, words: string[]) => Promise<0 | 1 | 2>> = {
  generate: async ({ check }) => (await import('./commands/generate.ts')).generate({ root: process.cwd(), check }),
  check: async (values, [base]) => {
    const {
      json,
      date,
      format: formats,
      changed,
      staged,
      guesses,
      fix,
      baseline,
      'update-baseline': updateBaseline,
    } = values;
    const { check } = await import('./commands/check.ts');
    const since = changed ? (base ?? '') : undefined;
    const decisions = { baseline, updateBaseline, waive: waiveOf(values) };
    return check({ root: process.cwd(), json, date, formats, changed: since, staged, guesses, fix, ...decisions });
  },
  audit: async (values) => {
    const {
      json,
      sandbox,
      date,
      only = [],
      holder = [],
      key = [],
      site,
      app,
      api,
      env,
      format: formats,
      baseline,
    } = values;
    const narrow = { holders: holder, keys: key };
    if (values.plan)
      return (await import('./commands/plan.ts')).plan({ root: process.cwd(), json, date, only, narrow, formats, env });
    const { audit } = await import('./commands/audit.ts');
    const decisions = { formats, baseline, waive: waiveOf(values) };
    return audit({
      root: process.cwd(),
      json,
      sandbox,
      env,
      date,
      only,
      narrow,
      urls: { site, app, api },
      ...decisions,
    });
  },
  diff: async ({ json, format }, [base]) =>
    (await import('./commands/diff.ts')).diff({ root: process.cwd(), base, format: json ? 'json' : format?.at(-1) }),
  explain: async ({ json }, [plan, key]) =>
    (await import('./commands/explain.ts')).explain({ root: process.cwd(), plan, key, json }),
  draft: async ({ json, to, force }, names) =>
    (await import('./commands/draft.ts')).draft({ root: process.cwd(), names, json, to, force }),
  init: async () => (await import('./commands/init.ts')).init({ root: process.cwd() }),
  import: async ({ json, out }, names) =>
    (await import('./commands/import.ts')).importMatrix({ root: process.cwd(), names, json, out }),
};

function waiveOf({ waive, owner, until, reason }: Values): Waive | undefined {
  if (waive !== undefined) return { key: waive, owner, until, reason };
  const [alone] = Object.entries({ owner, until, reason }).flatMap(([name, words]) =>
    words === undefined ? [] : [name],
  );
  if (alone) throw new Failure(`\`--${alone}\` says more of a waiver: write also \`--waive KEY\`.`);
  return undefined;
}

function refuseElsewhere(name: string, values: Values): void {
  const option = Object.keys(ONLY).find((one) => values[one as keyof Values] && !ONLY[one]!.includes(name));
  if (option)
    throw new Failure(
      `\`planproof ${name}\` takes no \`--${option}\`: it belongs to ${ONLY[option]!.map((one) => `\`planproof ${one}\``).join(' and ')}.`,
    );
}

/** What a command says of itself, where that is more than a line. */
const HELP: Record<string, () => Promise<string>> = {
  import: async () => (await import('./import/help.ts')).IMPORT_HELP,
};

/**
 * Runs one command line (without `node` and script). Never throws: what went wrong is one sentence on stderr and 2; so is
 * output that nobody takes.
 */
export async function main(args: string[]): Promise<0 | 1 | 2> {
  let unprinted = false;
  process.on('uncaughtException', (fault) => {
    // A command that has something to undo or to end listens too.
    if (process.listenerCount('uncaughtException') > 1) return;
    console.error(`planproof: ${sentenceOf(fault)}`);
    process.exit(2);
  });
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (!unprinted) console.error(`planproof: what was printed could not be written to its end (${code})`);
    unprinted = true;
    process.exitCode = 2;
  });
  const code = await run(args);
  return unprinted ? 2 : code;
}

async function run(args: string[]): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parse(args);
    const [name, ...rest] = positionals;
    if (values.version) {
      console.log((await import('./version.ts')).VERSION);
      return 0;
    }
    if (values.help || !name) {
      (values.help ? console.log : console.error)((await HELP[name ?? '']?.()) ?? USAGE);
      return values.help ? 0 : 2;
    }
    const command = COMMANDS[name];
    if (!command)
      throw new Failure(`There is no command \`${name}\`: write one of ${Object.keys(COMMANDS).join(', ')}.`);
    refuseElsewhere(name, values);
    const takes = name === 'check' && values.changed ? 1 : (TAKES[name] ?? 0);
    const more = rest.slice(takes).join(' ');
    if (more) throw new Failure(`\`planproof ${name}\` takes no \`${more}\`: leave it out.`);
    return await command(values, rest);
  } catch (error) {
    console.error(`planproof: ${sentenceOf(error)}`);
    return 2;
  }
}
