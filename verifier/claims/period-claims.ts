/** A clause goes in; what it says of trial and grace lengths comes out. */
import type { Claim } from './claim.ts';
import type { Clause } from './sentence-claims.ts';

export function periodClaims(clause: Clause): Claim[] {
  const { items, reading } = clause;
  return items.flatMap((item, at): Claim[] => {
    if (item.kind !== 'amount' || !item.unit) return [];
    const word = [items[at - 1], items[at + 1]].find(
      (one) => one?.kind === 'word' && (one.class === 'trial' || one.class === 'grace'),
    );
    if (word?.kind !== 'word') return [];
    const span = { from: Math.min(item.from, word.from), to: Math.max(item.to, word.to) };
    const value = { kind: 'duration' as const, n: item.n, unit: item.unit };
    if (word.class === 'grace')
      return [{ subject: { kind: 'grace', key: 'grace' }, value, plans: { known: [] }, certain: true, ...span }];
    const line = lineOf(clause);
    const key = line && reading.vocabulary.trials[line];
    return key ? [{ subject: { kind: 'trial', key }, value, plans: { known: [] }, certain: true, ...span }] : [];
  });
}

/** The product line that a clause names, by its name or by one of its plans. */
function lineOf({ items, reading, context }: Clause): string | undefined {
  const named = items.find((item) => item.kind === 'line');
  if (named?.kind === 'line') return named.line;
  const plans = items.find((item) => item.kind === 'plans');
  if (plans?.kind === 'plans' && plans.line) return plans.line;
  const version = plans?.kind === 'plans' ? plans.versions[0] : undefined;
  return version ? reading.vocabulary.lineOf[version] : context.line;
}
