/** All that there is to know of one value goes in; text for a terminal comes out. */
import type { Paint } from '../../diff/print/terminal.ts';
import { valueWords } from '../../diff/print/value-words.ts';
import { numberWords } from '../../print/words.ts';
import type { FilePlace, Gate, Matrix, Value } from '../../types.ts';
import type { Explanation, History, Told } from '../types.ts';

export function terminalExplanation(
  told: Explanation,
  history: History,
  { units }: Pick<Matrix, 'units'>,
  paint: Paint,
): string {
  const words = (value: Value) => valueWords(value, units);
  const { subject, version } = told;
  const sections: [string, string[]][] = [
    ['Comes from', chainLines(told, words)],
    ['States', told.states.map((one) => stateLine(one, words))],
    ['Edges', told.edges ? [edgeLine(told.edges)] : []],
    ['Gates', told.gates.map(gateLine)],
    ['Add-ons', told.addons.map((one) => addonLine(one, words))],
    [
      'Price of the plan',
      told.prices.map(
        ({ value, ids, at }) => `${words(value)}${ids.length ? `, id ${ids.join(', ')}` : ''}  ${placed(at)}`,
      ),
    ],
    [
      'Past versions',
      told.past_versions.map((one) => `${one.name} (${one.key}): ${toldWords(one, words)}  ${placed(one.at)}`),
    ],
    ['Earlier ids', idLines(told)],
    ['Key', keyLines(told)],
    ['History', historyLines(history, words)],
  ];
  const head = `${subject.name} (${subject.key}) of ${version.name} (${version.key}): ${toldWords(told, words)}`;
  return `${[paint(head, 'bold'), ...sections.flatMap(([title, lines]) => (lines.length ? ['', paint(title, 'bold'), ...lines.map((line) => `  ${paint(line)}`)] : []))].join('\n')}\n`;
}

type Words = (value: Value) => string;

function toldWords({ value, enforced, because }: Told, words: Words): string {
  return enforced ? `${words(value)} advertised, ${words(enforced)} enforced (${because})` : words(value);
}

function edgeLine({ soft, hard }: NonNullable<Explanation['edges']>): string {
  return `warned above ${numberWords(soft)}, refused above ${numberWords(hard)}`;
}

function placed({ path, line }: FilePlace): string {
  return `${path}:${line}`;
}

function chainLines({ chain, unstated, value, at }: Explanation, words: Words): string[] {
  const lines = chain.map(({ key, name, kind, at: own, says, decides }) => {
    const who = kind === 'plan' ? `${name} (${key})` : `${kind} ${key}`;
    return `${who}: ${says ? toldWords(says, words) : 'says nothing'}${decides ? ', which holds' : ''}  ${placed(own)}`;
  });
  if (unstated)
    lines.push(
      `${value.kind === 'unknown' ? 'so it is not stated' : 'so the closed list leaves it out'}  ${placed(at)}`,
    );
  else if (value.kind === 'addon') lines.push(`so it comes with an add-on  ${placed(at)}`);
  return lines;
}

function stateLine({ state, value, falls_back_to }: Explanation['states'][number], words: Words): string {
  const code = value.kind === 'refusal' && value.code ? ` ${value.code}` : '';
  return `${state}: ${words(value)}${code}${falls_back_to ? `, as of ${falls_back_to}` : ''}`;
}

function gateLine({ api, app, job, refusal, locked, roles, at }: Gate): string {
  const where = api ? `API ${api}` : app ? `page ${app}` : `job ${job ?? ''}`;
  const details = [
    ...(refusal ? [`refused with ${[refusal.status, refusal.code].filter(Boolean).join(' ')}`] : []),
    ...(locked ? [`locked: “${locked}”`] : []),
    ...(roles ? [`for ${roles.join(', ')}`] : []),
  ];
  return `${[where, ...details].join(', ')}  ${placed(at)}`;
}

function addonLine({ key, name, gives, adds, at }: Explanation['addons'][number], words: Words): string {
  const what = [...(gives ? [`gives ${words(gives)}`] : []), ...(adds ? [`adds ${words(adds)} each`] : [])];
  return `${name} (${key}): ${what.join(', ')}  ${placed(at)}`;
}

function idLines({ plan, version, subject }: Explanation): string[] {
  return [
    ...(plan.aliases.length ? [`plan ${plan.key}: ${plan.aliases.join(', ')}`] : []),
    ...(version.aliases.length ? [`version ${version.key}: ${version.aliases.join(', ')}`] : []),
    ...(subject.aliases.length ? [`key ${subject.key}: ${subject.aliases.join(', ')}`] : []),
  ];
}

function keyLines({ subject: { audience, maturity, lifecycle } }: Explanation): string[] {
  return [
    ...(audience === 'public' ? [] : [`audience: ${audience}`]),
    ...(maturity ? [`maturity: ${maturity}`] : []),
    ...(lifecycle?.deprecated_at ? [`deprecated from ${lifecycle.deprecated_at}`] : []),
    ...(lifecycle?.sunset_at ? [`works until ${lifecycle.sunset_at}`] : []),
    ...(lifecycle?.replacement_key ? [`replaced by ${lifecycle.replacement_key}`] : []),
  ];
}

function historyLines({ changes, looked_at, unreadable, more, unread }: History, words: Words): string[] {
  if (unread !== undefined) return [`could not be read: ${unread}`];
  const told = (one: Told | undefined) => (one ? toldWords(one, words) : 'not there');
  return [
    ...changes.map(
      ({ date, commit, subject, before, after }) =>
        `${[date, commit].filter(Boolean).join(' ')} ${told(before)} → ${told(after)}  ${subject}`,
    ),
    `${looked_at} ${looked_at === 1 ? 'revision' : 'revisions'} looked at${more ? ', and there are older ones' : ''}`,
    ...(unreadable.length ? [`left out, since the matrix cannot be read there: ${unreadable.join(', ')}`] : []),
  ];
}
