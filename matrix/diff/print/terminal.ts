/** The story of a difference goes in; text for a terminal comes out. */
import type { Line, Mark, Story } from './tell.ts';

/** Gives words their colour, where there is any. */
export type Paint = (words: string, colour?: 'red' | 'yellow' | 'green' | 'bold' | 'dim') => string;

const MARKS: Record<Mark, { sign: string; colour: 'red' | 'yellow' | 'green' | 'dim' }> = {
  breaks: { sign: '✖', colour: 'red' },
  less: { sign: '-', colour: 'yellow' },
  other: { sign: '~', colour: 'dim' },
  more: { sign: '+', colour: 'green' },
};

/** More than so many holders are counted. */
const MOST_NAMED = 8;

export function terminalDiff({ sections, advice, verdict, breaks }: Story, paint: Paint): string {
  const told = sections.map(({ title, lines }) => [
    paint(title, 'bold'),
    ...lines.map((line) => lineText(line, paint)),
    '',
  ]);
  const keep = advice.flatMap(({ say, past_version }) => [
    `  ${paint(say)}`,
    ...(past_version === undefined ? [] : past_version.split('\n').map((line) => paint(line))),
    '',
  ]);
  const kept = keep.length ? [paint('To keep what was promised', 'bold'), ...keep] : [];
  return [...told.flat(), ...kept, `planproof: ${paint(verdict, breaks ? 'red' : 'green')}`, ''].join('\n');
}

function lineText({ mark, whom, what, items, because }: Line, paint: Paint): string {
  const { sign, colour } = MARKS[mark];
  const named = whom.slice(0, MOST_NAMED).map(({ name, id }) => (id === undefined ? name : `${name} (${id})`));
  const more = whom.length > MOST_NAMED ? ` and ${whom.length - MOST_NAMED} more` : '';
  const head = whom.length ? `${paint(named.join(', ') + more)} · ` : '';
  const tail = because ? paint(` (${because})`, 'dim') : '';
  return `  ${paint(sign, colour)} ${head}${what ? `${paint(what)}: ` : ''}${paint(items.join('; '))}${tail}`;
}
