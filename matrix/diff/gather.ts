/** What each holder meets of one thing goes in; the same told once, with all of its holders, comes out. */
import type { FilePlace, Value } from '../types.ts';
import type { About, Effect, Holding } from './types.ts';

/** A change as one holder meets it. */
export interface Met {
  holder: string;
  effect: Effect;
  side?: Holding['side'];
  before?: Value;
  after?: Value;
  /** Whose change it is, where it is not the holder's own. */
  because?: string;
  breaks: boolean;
  at: { before?: FilePlace; after?: FilePlace };
}

export function gather(about: About, name: string, of: Holding['of'], met: readonly Met[]): Holding[] {
  const told = new Map<string, Holding>();
  for (const one of met) {
    const key = `${one.effect} ${one.side ?? ''} ${valueKey(one.before)} ${valueKey(one.after)}`;
    let holding = told.get(key);
    if (!holding) {
      const { effect, side, before, after } = one;
      const at = { ...(one.at.before && { before: one.at.before }), ...(one.at.after && { after: one.at.after }) };
      const fresh: Holding = { holders: [], of, about, name, effect, because: [], breaks: false, at };
      holding = { ...fresh, ...(side && { side }), ...(before && { before }), ...(after && { after }) };
      told.set(key, holding);
    }
    holding.holders.push(one.holder);
    holding.breaks ||= one.breaks;
    if (one.because !== undefined) blame(holding, one.because, one.holder);
  }
  return [...told.values()];
}

function blame({ because }: Holding, set: string, holder: string): void {
  const before = because.find((one) => one.set === set);
  if (before) before.holders.push(holder);
  else because.push({ set, holders: [holder] });
}

/** Equal values have equal keys. */
export function valueKey(value: Value | undefined): string {
  if (!value) return '-';
  switch (value.kind) {
    case 'amount':
      return `${value.n} ${value.unit} ${value.per ? `${value.per.n} ${value.per.unit}` : ''}`;
    case 'unlimited':
      return `unlimited ${value.unit}`;
    case 'duration':
      return `${value.n} ${value.unit}`;
    case 'words':
      return `"${value.text}"`;
    case 'money': {
      const { minor, currency, per, billed, from } = value;
      const { period = '', n = '', unit = '' } = per ?? {};
      return `${minor} ${currency} ${period} ${n} ${unit} ${billed ?? ''} ${from ?? ''}`;
    }
    default:
      return value.kind;
  }
}
