/** Nothing goes in; pages of a small product, a browser, and a probe of its pages come out. */
import type { Holder } from '../../../matrix/types.ts';
import type { Vocabulary } from '../../../matrix/vocabulary.ts';
import type { AppSurface } from '../../../verifier/config/types.ts';
import type { AppProbe } from '../../../verifier/probes/app.ts';
import { type Pages, servePages } from '../browse/pages.ts';

export interface AppProduct extends Pages {
  /** Everybody is asked for one gate, which stands at `/gate`. */
  probe(holders: readonly Holder[], surface?: Partial<AppSurface>): AppProbe;
}

const GATE = '/gate';
const SUBJECT = { kind: 'capability', key: 'reports', facet: GATE } as const;

/** Who one is stands at `/account`, as the name of a plan. */
export function appProduct(): AppProduct {
  const pages = servePages();
  const probe: AppProduct['probe'] = (holders, surface = {}) => ({
    base: pages.base,
    browser: pages.browser,
    surface: {
      ...{ id: 'app', kind: 'app', server: 'app' },
      who_am_i: { page: '/account', selector: 'b', shows: '{plan}' },
      ...surface,
    },
    asked: holders.map((holder) => ({ holder, questions: [{ holder, subject: SUBJECT }] })),
    pages: { [GATE]: { shows: { role: 'button', name: 'Make a report' }, locked: 'Part of Pro', states: [] } },
    planNames: {},
    vocabulary: {} as Vocabulary,
    emptyStates: [],
  });
  return Object.defineProperties({ probe }, Object.getOwnPropertyDescriptors(pages)) as AppProduct;
}

export function people(count: number): Holder[] {
  return Array.from({ length: count }, (_, n) => ({ version: `plan_${n}`, state: 'active' as const }));
}
