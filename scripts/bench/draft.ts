/** `npm run bench:draft -- --clone DIR`: how much of what a real product's documents state a draft fills, and what is wrong. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { readBack } from '../../matrix/import/read-back.ts';
import { draftMatrix } from '../draft/draft-matrix.ts';
import { readDocuments } from '../draft/read-documents.ts';
import { measureDraft, type Stated } from './draft/measure-draft.ts';

const { values } = parseArgs({
  options: {
    clone: { type: 'string' },
    stated: { type: 'string', default: join(import.meta.dirname, 'draft/pulse-stated.yaml') },
  },
});
if (!values.clone || !existsSync(values.clone)) {
  console.log('skipped: name the folder of the clone that is read, --clone DIR');
  process.exit(0);
}

const list = parse(readFileSync(values.stated, 'utf8')) as Stated[];
const files = [...new Set(list.map(fileOf))];
for (const names of [files.slice(0, 2), ...files.map((file) => [file])]) await tell(names);

async function tell(names: readonly string[]): Promise<void> {
  const { documents, unread } = await readDocuments(resolve(values.clone!), names);
  if (unread.length) throw new Error(unread.map(({ path, reason }) => `${path} ${reason}`).join('\n'));
  const drafted = draftMatrix(documents, 'draft.yaml', []);
  const { matrix } = readBack(drafted?.text ?? '', 'draft.yaml');
  if (!matrix || !drafted) throw new Error(`${names.join(', ')} gives no draft`);
  const stated = list.filter((one) => names.includes(fileOf(one)));
  const { filled, open, wrong } = measureDraft(matrix, stated);
  console.log(
    `${names.join(' + ')}: ${filled.length} of ${stated.length} filled (${((100 * filled.length) / stated.length).toFixed(1)} %), ${wrong.length} wrong, ${drafted.contradictions.length} contradictions, ${drafted.problems.filter(({ level }) => level === 'error').length} errors`,
  );
  for (const { at, plan, key, is } of open) console.log(`  open   ${at}  ${plan} · ${[key].flat()[0]} = ${is}`);
  for (const { stated: one, drafted: value } of wrong)
    console.log(`  wrong  ${one.at}  ${one.plan} · ${[one.key].flat()[0]} = ${one.is}, drafted ${value}`);
}

function fileOf({ at }: Stated): string {
  return at.replace(/:\d+$/, '');
}
