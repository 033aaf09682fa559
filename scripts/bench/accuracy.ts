/** `npm run bench:accuracy -- --claims FILE --clone DIR [--matrix FILE] [--all]`: what the reader of claims reads, misses and wrongly reports. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import type { Place } from '../../matrix/types.ts';
import type { Finding } from '../../verifier/types.ts';
import { loadMatrix } from '../workspace.ts';
import { readClaimList } from './accuracy/claim-row.ts';
import { lookAtClone } from './accuracy/look-at-clone.ts';
import { measure } from './accuracy/measure.ts';
import { withoutIllustrative } from './accuracy/without-illustrative.ts';

interface Judgement {
  fingerprint: string;
  verdict: 'right' | 'wrong';
  why: string;
}

const { values } = parseArgs({
  options: {
    claims: { type: 'string' },
    clone: { type: 'string' },
    matrix: { type: 'string', default: 'matrix/entitlements.yaml' },
    judged: { type: 'string', default: join(import.meta.dirname, 'accuracy/judged.yaml') },
    all: { type: 'boolean', default: false },
  },
});
if (!values.clone) throw new Error('Name the folder to read: --clone DIR');

const { matrix, problems } = loadMatrix(process.cwd(), values.matrix);
if (!matrix) throw new Error(problems.map((one) => JSON.stringify(one)).join('\n'));
const known = withoutIllustrative(matrix);
const looked = await lookAtClone(resolve(values.clone), known);
const list = readClaimList(values.claims ? readFileSync(values.claims, 'utf8') : 'claims: []');
const { agree, contradict, traps, errors } = measure(known, list, looked);
const judged = new Map(
  (parse(readFileSync(values.judged, 'utf8')) as Judgement[]).map((one) => [one.fingerprint, one]),
);

const compared = looked.pairs.filter((one) => one.comparison);
console.log(`${looked.files.length} files, ${looked.observations.length} observations, ${compared.length} compared`);
const files = new Set(looked.files);
for (const { row, missed } of agree.filter((one) => one.missed.length))
  console.log(
    `missed  agree ${row.id}  ${row.file}:${row.line}  ${row.subject} = ${row.claimed}${files.has(row.file) ? '' : '  (not a file that is read)'}\n        ${missed.join('\n        ')}`,
  );
for (const { row } of contradict.filter((one) => !one.errors.length))
  console.log(
    `missed  contradict ${row.id}  ${row.file}:${row.line}  ${row.subject} = ${row.claimed}${files.has(row.file) ? '' : '  (not a file that is read)'}`,
  );
for (const { row, errors: on } of traps.filter((one) => one.errors.length))
  console.log(`reported on no claim ${row.id}  ${row.file}:${row.line}  ${on.map((one) => one.says).join(' ')}`);
for (const one of errors) {
  const verdict = judged.get(one.fingerprint)?.verdict ?? 'unjudged';
  if (verdict !== 'right' || values.all) console.log(`${verdict.padEnd(8)} ${one.fingerprint}  ${tell(one)}`);
}
const right = errors.filter((one) => judged.get(one.fingerprint)?.verdict === 'right').length;
const read = agree.filter((one) => !one.missed.length).length;
console.log(`
rows that agree, read              ${read} of ${agree.length}  (${percent(read, agree.length)})
contradictions, found              ${contradict.filter((one) => one.errors.length).length} of ${contradict.length}
reported where nothing is claimed  ${traps.filter((one) => one.errors.length).length} of ${traps.length}
errors, right                      ${right} of ${errors.length}  (${percent(right, errors.length)}; ${errors.filter((one) => !judged.has(one.fingerprint)).length} not judged)`);

function tell({ rule, says, sides }: Finding): string {
  const places = sides.filter(({ who }) => who !== 'matrix').flatMap(({ at }) => at.map(placeOf));
  return `${rule}  ${says}\n         ${places.join(' ')}`;
}

function placeOf(place: Place): string {
  return place.kind === 'file' ? `${place.path}:${place.line}:${place.column}+${place.length}` : JSON.stringify(place);
}

function percent(part: number, whole: number): string {
  return whole ? `${((100 * part) / whole).toFixed(1)} %` : 'none';
}
