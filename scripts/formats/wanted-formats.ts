/** What `--format` and `--json` say goes in; which format goes where comes out. */
import { didYouMean } from '../../matrix/did-you-mean.ts';
import { FORMATS, type FormatName } from '../../verifier/report/formats.ts';
import { Failure } from '../failure.ts';

export interface Wanted {
  name: FormatName;
  /** Relative to the workspace; on stdout when left out. */
  file?: string;
}

/** These are a log for people, and can follow each other. Any other on stdout has it alone, so that a program can read it. */
const LOGS: readonly FormatName[] = ['terminal', 'github', 'summary'];

/** `NAME` or `NAME=FILE`, as often as wanted; the terminal's when nothing else goes to stdout. Throws `Failure`. */
export function wantedFormats(words: readonly string[], json: boolean): Wanted[] {
  const wanted = [...(json ? ['json'] : []), ...words].map(wantedFormat);
  const files = wanted.flatMap((one) => one.file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice) throw new Failure(`Two formats go to ${twice}: give each a file of its own.`);
  const onStdout = [...new Set(wanted.filter((one) => one.file === undefined).map((one) => one.name))];
  const alone = onStdout.find((name) => !LOGS.includes(name));
  if (alone && onStdout.length > 1)
    throw new Failure(
      `The formats ${onStdout.join(' and ')} would both go to stdout: give one of them a file, \`--format ${alone}=${alone}.out\`.`,
    );
  const apart = wanted.filter((one) => one.file !== undefined);
  const shown: Wanted[] = onStdout.map((name) => ({ name }));
  // The summary may go to a file that the environment names, so it does not count as something to look at.
  return shown.some((one) => one.name !== 'summary')
    ? [...shown, ...apart]
    : [{ name: 'terminal' }, ...shown, ...apart];
}

function wantedFormat(words: string): Wanted {
  const [name = '', ...rest] = words.split('=');
  const names = Object.keys(FORMATS);
  if (!Object.hasOwn(FORMATS, name)) {
    const near = didYouMean(name, names);
    throw new Failure(
      `There is no format \`${name}\`${near ? `: did you mean \`${near}\`?` : `: write one of ${names.join(', ')}.`}`,
    );
  }
  const file = rest.join('=');
  if (rest.length && !file)
    throw new Failure(`\`--format ${words}\` names no file: write \`--format ${name}=FILE\`, or \`--format ${name}\`.`);
  return { name: name as FormatName, ...(file && { file }) };
}
