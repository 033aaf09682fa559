/** The stated lifecycle, gates and owned words go in; their compiled forms with places come out. */
import type { RawMatrix, RawState } from '../read/raw.ts';
import { placeOf, type Source } from '../read/source.ts';
import { type Gate, type Matrix, STATE_NAMES, type State, type StateName, type Trial } from '../types.ts';
import { sorted } from './sorted.ts';

/** A matrix without states has one: active, which keeps what was bought. */
export function compileStates(raw: RawMatrix, source: Source): Record<string, State> {
  const states = raw.states ?? { active: { keeps: 'paid' as const } };
  return sorted(
    STATE_NAMES.flatMap((name): [string, State][] => {
      const state = states[name];
      return state ? [[name, compileState(source, name, state)]] : [];
    }),
  );
}

function compileState(source: Source, name: StateName, state: RawState): State {
  const { keeps, warns = false, lasts, falls_back_to, refusal, locked, illustrative = [] } = state;
  return {
    name,
    keeps,
    warns,
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
        ...(trial.length !== 'none' && { length: duration(trial.length) }),
        ...(trial.card_required !== undefined && { card_required: trial.card_required }),
        at: placeOf(source, ['trials', key, 'length']),
      },
    ]),
  );
}

export function compileGates(raw: RawMatrix, source: Source): Gate[] {
  return (raw.gates ?? []).map((gate, index) => ({ ...gate, at: placeOf(source, ['gates', index]) }));
}

export function compileWords(raw: RawMatrix, source: Source): Matrix['words'] {
  const never = raw.words?.never_say ?? [];
  return {
    never_say: never.map((one, index) => ({ ...one, at: placeOf(source, ['words', 'never_say', index, 'phrase']) })),
  };
}

/** `14 days` is `{ n: 14, unit: 'day' }`. */
function duration(words: string): { n: number; unit: string } {
  const [n = '0', unit = ''] = words.split(' ');
  return { n: Number(n), unit: unit.replace(/s$/, '') };
}
