/** Choices and what a matrix says go in; an edit of something that it names comes out. */
import type { MatrixEdit } from '../../../matrix/edit/matrix-edit.ts';
import { CAPABILITIES, LIMITS } from './drawn-contents.ts';
import type { Draws } from './draws.ts';
import type { Spoken } from './spoken.ts';

export function drawnEdit({ one, chance, number }: Draws, says: Spoken): MatrixEdit {
  const names = (section: string) => Object.keys((says[section] as Spoken | undefined | null) ?? {});
  const after = (section: string) => (names(section).length && chance(2) ? { after: one(...names(section)) } : {});
  const [plans, past] = [names('plans'), names('past_versions')];
  const holder = past.length && chance(3) ? { past_version: one(...past) } : { plan: one(...plans) };
  const [capabilities, limits] = [names('capabilities'), names('limits')];
  const n = number(9999);
  const kind = one<MatrixEdit['kind']>(
    ...(capabilities.length ? (['set_capability', 'set_capability', 'set_capability'] as const) : []),
    ...(limits.length ? (['set_limit', 'set_limit'] as const) : []),
    ...(['set_price', 'set_price', 'add_capability', 'add_limit', 'add_plan', 'add_past_version'] as const),
    'add_version',
  );
  switch (kind) {
    case 'set_capability':
      return { kind, ...holder, key: one(...capabilities), value: one('included', 'excluded') };
    case 'set_limit':
      return {
        kind,
        ...holder,
        key: one(...limits),
        value: one<number | 'unlimited' | 'unknown'>(n, 5, 'unlimited', 'unknown'),
      };
    case 'set_price': {
      const amount = one('4.90', '79', `${n}.05`);
      return { kind, ...holder, currency: one('USD', 'EUR'), interval: one('month', 'year', 'once'), amount };
    }
    case 'add_capability': {
      const fields = { name: one('A: b', 'Plain, words', 'no', '{x}'), also: ['1', "it's #1"] };
      return { kind, key: chance(5) ? one(...CAPABILITIES) : `c${n}`, fields, ...after('capabilities') };
    }
    case 'add_limit':
      return {
        kind,
        key: chance(5) ? one(...LIMITS) : `l${n}`,
        fields: { name: 'L', unit: 'day', soft: '80%' },
        ...after('limits'),
      };
    case 'add_plan': {
      const fields = { name: 'Plan', version: `p${n}_v1`, price: { USD: { month: '1.50' } }, has: [], limits: {} };
      return { kind, key: `p${n}`, fields, ...after('plans') };
    }
    case 'add_past_version': {
      const fields = { of: plans[0]!, until: 'never', has: capabilities, limits: { off: 3 } };
      return { kind, key: one(`x${n}`, `${n}e1`), fields, ...after('past_versions') };
    }
    case 'add_version': {
      const name = chance(2) ? { name: 'Old: one' } : {};
      const version = one(`n${n}`, 'on');
      return { kind, plan: one(...plans), version, until: 'cancellation', ...name, ...after('past_versions') };
    }
  }
}
