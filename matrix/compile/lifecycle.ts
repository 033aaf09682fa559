/** The stated lifecycle, gates and owned words go in; their compiled forms with places come out. */
import { fractionDigits, minorUnits } from '../money.ts';
import type { RawMatrix, RawState } from '../read/raw.ts';
import { placeOf, type Source, wordsAt } from '../read/source.ts';
import { type Gate, type Matrix, STATE_NAMES, type State, type StateName, type Trial } from '../types.ts';
import { duration } from './duration.ts';
import { sorted } from './sorted.ts';

/** A matrix without states has one: active, which keeps what was bought. */
export function compileStates(raw: RawMatrix, source: Source): Record<string, State> {
  const states: NonNullable<RawMatrix['states']> = raw.states ?? { active: { keeps: 'paid' } };
  return sorted(
    STATE_NAMES.flatMap((name): [string, State][] => {
      const state = states[name];
      return state ? [[name, compileState(source, name, state)]] : [];
    }),
  );
}

function compileState(source: Source, name: StateName, state: RawState): State {
  const { keeps, warns = false, blocks, lasts, falls_back_to, refusal, locked, illustrative = [] } = state;
  return {
    name,
    keeps,
    warns,
    ...(blocks && { blocks }),
    ...(lasts && { lasts: duration(lasts) }),
    ...(falls_back_to && { falls_back_to }),
    ...(refusal && { refusal }),
    ...(locked && { locked }),
    illustrative: illustrative.length > 0,
    at: placeOf(source, ['states', name], 'key'),
  };
}

export function compileTrials(raw: RawMatrix, source: Source): Record<string, Trial> {
  return sorted(
    Object.entries(raw.trials ?? {}).map(([key, trial]): [string, Trial] => [
      key,
      {
        key,
        lines: trial.lines ?? [],
        ...(trial.gives && { gives: trial.gives }),
        ...(trial.length && trial.length !== 'none' && { length: duration(trial.length) }),
        ...(trial.card_required !== undefined && { card_required: trial.card_required }),
        illustrative: trial.illustrative ?? [],
        at: placeOf(source, ['trials', key, 'length'], trial.length ? 'value' : 'key'),
      },
    ]),
  );
}

export function compileGates(raw: RawMatrix, source: Source): Gate[] {
  return (raw.gates ?? []).map((gate, index) => ({ ...gate, at: placeOf(source, ['gates', index]) }));
}

export function compileWords(raw: RawMatrix, source: Source): Matrix['words'] {
  const { never_say = [], must_say = [], retired_names = [], retired_prices = [] } = raw.words ?? {};
  const at = (list: string, index: number, field: string) => placeOf(source, ['words', list, index, field]);
  return {
    never_say: never_say.map((one, i) => ({ ...one, at: at('never_say', i, 'phrase') })),
    must_say: must_say.map((one, i) => ({ ...one, at: at('must_say', i, 'phrase') })),
    retired_names: retired_names.map((one, i) => ({ ...one, at: at('retired_names', i, 'name') })),
    retired_prices: retired_prices.map(({ plan, currency, interval }, i) => {
      const words = wordsAt(source, ['words', 'retired_prices', i, 'amount']) ?? '0';
      const value = { kind: 'money' as const, minor: minorUnits(words, fractionDigits(currency)), currency };
      return { ...(plan && { plan }), interval, value, at: at('retired_prices', i, 'amount') };
    }),
  };
}
