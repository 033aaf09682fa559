/** The run-time library is bundled for no platform in particular, and answers in a place that has JavaScript and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'tsdown';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const VECTORS = readFileSync(join(ROOT, 'app/conformance/evaluator-vectors.gen.json'), 'utf8');
const MOST_BYTES = 24_000;

/** Runs where there is no Node: asks every vector that one method answers, and gives those that are answered otherwise. */
const RUNNER = `
  const { tables, cases } = JSON.parse(vectors);
  let asked = 0;
  const wrong = cases.filter(({ table, holder, ask, answer }) => {
    if (ask.key === undefined) return false;
    asked++;
    const own = planproof.createEvaluator(tables[table], holder, { onDeprecated() {} });
    return own[ask.method](ask.key, ask.observed === 'missing' ? undefined : Number(ask.observed)) !== answer;
  });
  JSON.stringify({ asked, wrong, globals: [typeof process, typeof require, typeof Buffer, typeof setTimeout] });`;

async function bundled(format: 'esm' | 'iife', platform: 'neutral' | 'browser') {
  const [bundle] = await build({
    config: false,
    cwd: ROOT,
    entry: { evaluator: 'app/evaluator/index.ts' },
    format: [format],
    globalName: 'planproof',
    platform,
    target: 'es2022',
    minify: true,
    dts: false,
    write: false,
    clean: false,
    report: false,
    logLevel: 'silent',
  });
  const chunks = bundle!.chunks.flatMap((one) => (one.type === 'chunk' ? [one] : []));
  expect(chunks).toHaveLength(1);
  return chunks[0]!;
}

describe('the evaluator', () => {
  let module: Awaited<ReturnType<typeof bundled>>;
  let script: Awaited<ReturnType<typeof bundled>>;
  beforeAll(async () => {
    module = await bundled('esm', 'neutral');
    script = await bundled('iife', 'browser');
  });

  it('is one small file that imports nothing and names nothing of Node', () => {
    expect([...module.imports, ...module.dynamicImports]).toEqual([]);
    expect(module.exports.sort()).toEqual([
      'admissionPreview',
      'createEvaluator',
      'deletedAt',
      'entitlementPayload',
      'holderOf',
      'mayTake',
      'overLimitPosture',
      'readClaims',
      'readPayload',
      'reentryVersions',
      'settleDowngrade',
      'versionOfPrice',
    ]);
    expect(module.code).not.toMatch(/\b(process|require|Buffer|__dirname|globalThis|import\.meta|import)\b/);
    expect(Buffer.byteLength(module.code)).toBeLessThan(MOST_BYTES);
  });

  it('answers every vector where there is no Node', () => {
    const place = createContext({ vectors: VECTORS });
    runInContext(script.code, place);
    const { asked, wrong, globals } = JSON.parse(runInContext(RUNNER, place));
    expect(globals).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
    expect(asked).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  it('holds its tongue about faults where there is no console either', () => {
    const place = createContext({});
    runInContext('delete globalThis.console', place);
    runInContext(script.code, place);
    expect(runInContext("typeof console + planproof.createEvaluator({}, {}).hasCapability('view')", place)).toBe(
      'undefinedtrue',
    );
  });
});
