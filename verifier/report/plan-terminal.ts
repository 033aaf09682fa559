/** The plan of an audit goes in; a table of its questions for each surface, as text for a terminal, comes out. */
import type { DeclaredFact } from '../questions/declared.ts';
import type { AuditPlan, How, PlannedQuestion, SurfacePlan } from '../questions/plan-audit.ts';
import { countWords, numberWords } from './count-words.ts';
import { oneWayWords, selectionWords } from './left-out-words.ts';
import { columns, oneLine, type Paint, painter } from './terminal-text.ts';
import { valueWords } from './value-words.ts';

/** Ends with a line feed after the sum of all questions. */
export function planReport(plan: AuditPlan, { color = false }: { color?: boolean } = {}): string {
  const paint = painter(color);
  const { product, date, matrix, surfaces } = plan;
  const head = `${paint('bold', oneLine(product))} ${paint('dim', oneLine(`· ${date} · ${matrix.path} · ${matrix.digest.slice(0, 19)}`))}`;
  const asked = surfaces.reduce((sum, one) => sum + one.asked, 0);
  const sum = `planproof: ${countWords(asked, 'question')} on ${countWords(surfaces.length, 'surface')}; nothing was asked`;
  const parts = [[head], ...surfaces.map((one) => surfacePart(one, paint)), [paint('bold', sum)]];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

function surfacePart(plan: SurfacePlan, paint: Paint): string[] {
  const { surface, kind, asked, possible, questions, must_state, one_way, excluded } = plan;
  const of = possible === asked ? '' : ` of ${numberWords(possible)}`;
  const noun = questions.length || !must_state.length ? 'question' : 'fact';
  const counted = `${numberWords(asked)}${of} ${noun}${(of ? possible : asked) === 1 ? '' : 's'}`;
  const selected = selectionWords(plan);
  return [
    `${paint('bold', oneLine(surface))} ${paint('dim', `· ${kind} — ${counted}`)}`,
    ...table(['holder', 'about', 'gate', 'how'], questions.map(questionCells), paint),
    ...table(['contract', 'must state', 'on'], must_state.map(factCells), paint),
    ...(asked ? [] : ['  nothing has to be found here; what is said is read']),
    ...listed('selected', selected ? [selected] : [], paint),
    ...listed('asked one way only', one_way.map(oneWayWords), paint),
    ...listed(
      'left out',
      excluded.map((one) => `${one.what} (${numberWords(one.count)}): ${one.reason} — ${one.owner}`),
      paint,
    ),
  ];
}

function table(names: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string[] {
  if (!rows.length) return [];
  const [first, ...rest] = columns([[...names], ...rows.map((cells) => cells.map(oneLine))]);
  return [paint('dim', `  ${first}`), ...rest.map((line) => `  ${line}`)];
}

function listed(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.map((words) => `  ${paint('dim', `${title}:`)} ${oneLine(words)}`);
}

function questionCells({ holder, subject, gate, how }: PlannedQuestion): string[] {
  const narrowed = subject.kind !== 'capability' && subject.facet && subject.facet !== gate;
  const edge = narrowed ? ` (${subject.facet?.replaceAll('_', ' ')})` : '';
  const who = holder ? [holder.version, holder.state, ...(holder.role ? [holder.role] : [])].join('.') : 'a visitor';
  return [who, `${subject.kind} ${subject.key}${edge}`, gate, howWords(how)];
}

function howWords(how: How): string {
  switch (how.by) {
    case 'page':
      return 'open it in a browser';
    case 'request':
      return 'ask once';
    case 'payload':
      return `read ${how.request}`;
    case 'count':
      return `${how.request} until refused, at most ${amountWords(how)}`;
    default:
      return `${how.request}, by bisection up to ${amountWords(how)}`;
  }
}

function amountWords({ up_to: n, unit }: Extract<How, { up_to: number }>): string {
  return valueWords({ kind: 'amount', n, unit, bound: 'exactly' });
}

function factCells({ version, subject, currency, on = 'anywhere' }: DeclaredFact): string[] {
  const said = [subject.facet, currency].filter(Boolean).join(', ');
  const facet = subject.kind === 'price' && said ? ` (${said})` : '';
  return [version, `${subject.kind === 'price' ? 'price' : `${subject.kind} ${subject.key}`}${facet}`, on];
}
