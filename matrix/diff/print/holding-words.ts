/** One thing that is had otherwise goes in; the words that name it in a list come out. */
import { numberWords } from '../../print/words.ts';
import type { Value } from '../../types.ts';
import type { Effect, Holding, MatrixDiff } from '../types.ts';
import { valueWords } from './value-words.ts';

/** Stands between those whom it concerns and what it is. */
const EFFECTS: Record<Effect, string> = {
  gains: 'gains',
  loses: 'loses',
  offered: 'can now buy',
  withdrawn: 'can no longer buy',
  stated: 'now stated',
  unstated: 'no longer stated',
  incomparable: 'changes, for better or worse',
  differs: 'reads differently',
};

const PAYING: Partial<Record<Effect, string>> = {
  gains: 'pays less',
  loses: 'pays more',
  offered: 'can now pay',
  withdrawn: 'can no longer pay',
};
const SOLD: Partial<Record<Effect, string>> = { offered: 'can now be bought', withdrawn: 'can no longer be bought' };
const TERMS: Partial<Record<Effect, string>> = { gains: 'no longer', loses: 'now' };

export function effectWords({ about, effect, of }: Holding): string {
  const special =
    about.kind === 'price'
      ? PAYING
      : about.facet === 'requires' || about.facet === 'excludes'
        ? TERMS
        : of === 'addons'
          ? SOLD
          : {};
  return special[effect] ?? EFFECTS[effect];
}

export function holdingWords(holding: Holding, { units }: Pick<MatrixDiff, 'units'>): string {
  const { before, after, effect, about } = holding;
  const side = holding.side ? ` (${holding.side})` : '';
  const name = `${holding.name}${about.facet === 'hard' ? ', refused above' : ''}`;
  const plain = !holding.side && isTick(before) && isTick(after);
  if (plain) return `${name}${tickWords(effect, before, after)}`;
  const [counted, counts] = [unitOf(before), unitOf(after)];
  const same = counted === undefined || counts === undefined || counted === counts;
  const words = [before, after].flatMap((value) =>
    value && isTold(value, effect) ? [same ? briefly(value, name, units) : wholly(value, units)] : [],
  );
  return `${name} ${words.join(' → ')}${side}`;
}

function unitOf(value: Value | undefined): string | undefined {
  return value?.kind === 'amount' || value?.kind === 'unlimited' ? value.unit : undefined;
}

/** Two amounts of different things, or no end of them, are told with what they count. */
function wholly(value: Value, units: MatrixDiff['units']): string {
  const words = valueWords(value, units);
  const unit = unitOf(value);
  const named = unit === undefined ? undefined : (units[unit]?.other ?? unit);
  if (value.kind === 'unlimited' && named) return `${words} ${named}`;
  return value.kind === 'amount' && value.per && named ? words.replace(' per ', ` ${named} per `) : words;
}

/** `Seats 10` says what `Seats 10 seats` says. */
function briefly(value: Value, name: string, units: MatrixDiff['units']): string {
  const plural = value.kind === 'amount' && !value.per ? units[value.unit]?.other : undefined;
  const said = plural !== undefined && name.toLowerCase().includes(plural.toLowerCase());
  return said && value.kind === 'amount' ? numberWords(value.n) : valueWords(value, units);
}

/** What is not known is left to the word for the effect. */
function isTold({ kind }: Value, effect: Effect): boolean {
  return kind !== 'unknown' || (effect !== 'stated' && effect !== 'unstated');
}

const TICKS: readonly Value['kind'][] = ['included', 'excluded', 'addon', 'unknown'];

function isTick(value: Value | undefined): boolean {
  return value === undefined || TICKS.includes(value.kind);
}

/** What is had or not needs no more than its name. */
function tickWords(effect: Effect, before: Value | undefined, after: Value | undefined): string {
  if (effect === 'loses' && after?.kind === 'addon') return ' (an add-on now)';
  if (effect === 'gains' && before?.kind === 'addon') return ' (an add-on before)';
  if (effect === 'stated') return `: ${valueWords(after!, {})}`;
  if (effect === 'unstated') return ` (${valueWords(before!, {})} before)`;
  if (effect === 'differs') return after?.kind === 'included' ? ': now possible' : ': no longer possible';
  return '';
}
