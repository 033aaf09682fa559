import { describe, expect, it } from 'vitest';
import type { AddVersion } from '../../../matrix/edit/matrix-edit.ts';
import { foundIn, matrixOf, PULSE } from '../matrix-of.ts';
import { changes, edited } from './edited.ts';

const freeze = (plan: string, more: Partial<AddVersion> = {}): AddVersion => ({
  kind: 'add_version',
  plan,
  version: `${plan}_next`,
  until: 'cancellation',
  ...more,
});

const TIDE = `capabilities: { audit: {}, sso: {}, api: {}, relay: {} }
bundles:
  base: { has: [sso, api], limits: { seats: 1, days: 7 }, illustrative: [limits] }
plans:
  start:
    name: Start
    version: 'start_v1' # since 2020
    everything_in: base
    has: [audit]
  pro:
    name: Pro
    line: cloud
    version: pro_v1
    summary: For many.
    everything_in: start
    price: { USD: { month: 4.90 } }
    has: [relay, sso]
    without: [api]
    limits: { seats: 5, runs: unlimited }
    states: [active]
    seats_sold: true
    illustrative: [version, states]
  open: { name: Open, version: open_v1 }
`;

describe('a new version of a plan', () => {
  it('freezes all that was sold, with what it was built on, and no more', () => {
    expect(changes(TIDE, freeze('pro', { name: 'Pro (2020)' }))).toBe(`
-    version: pro_v1
+    version: pro_next
+past_versions:
+  pro_v1:
+    of: pro
+    name: Pro (2020)
+    until: cancellation
+    price: { USD: { month: 4.90 } }
+    has: [sso, audit, relay]
+    limits: { seats: 5, days: 7, runs: unlimited }
+    states: [active]
+    seats_sold: true
+    illustrative: [states, limits]
`);
  });

  it('freezes words in place of ticks, and meters, as the nearest says them', () => {
    const text = `bundles:
  base: { has: [sso], details: { support: By mail, api: Some }, meters: [calls, traffic] }
plans:
  pro:
    version: v1
    everything_in: base
    has: [api]
    details: { support: { en: By phone }, sso: Yours }
    without: [calls]
    limits: { seats: { advertised: 5, enforced: 6, because: so } }
`;
    expect(changes(text, freeze('pro', { version: 'v2' }))).toBe(`
-    version: v1
+    version: v2
+past_versions:
+  v1:
+    of: pro
+    until: cancellation
+    has: [api]
+    details: { support: { en: By phone }, sso: Yours }
+    meters: [traffic]
+    limits: { seats: { advertised: 5, enforced: 6, because: so } }
`);
  });

  it('keeps the quotes of the id, and its comment', () => {
    expect(changes(TIDE, freeze('start'))).toContain(
      "-    version: 'start_v1' # since 2020\n+    version: 'start_next' # since 2020\n",
    );
  });

  it('follows the past version that is named', () => {
    const text = `${TIDE}past_versions:\n  a: { of: pro }\n  # then\n  b: { of: pro }\n`;
    expect(edited(text, freeze('start', { after: 'a', until: '2030-01-01' }))).toContain(`
  a: { of: pro }
  start_v1: { of: start, until: '2030-01-01', has: [sso, api, audit], limits: { seats: 1, days: 7 },
    illustrative: [limits] }
  # then
`);
  });

  it('holds what the plan of the example held', () => {
    const before = matrixOf(PULSE).matrix;
    for (const key of ['community', 'pro', 'cloud_max', 'msp_eval', 'msp_provider_lease']) {
      const plan = before.plans[key]!;
      const text = edited(PULSE, freeze(key));
      const { matrix } = matrixOf(text);
      const [sold, frozen] = [before.versions[plan.version]!, matrix.versions[plan.version]!];
      const held = ({ capabilities, limits, prices, states }: typeof sold) => ({
        capabilities: Object.entries(capabilities).map(([name, { value }]) => [name, value]),
        limits: Object.entries(limits).map(([name, { value }]) => [name, value]),
        prices: prices.map(({ value, note }) => [value, note]),
        states,
      });
      expect(frozen.status).toBe('past');
      expect(held(frozen)).toEqual(held(sold));
      expect(held(matrix.versions[`${key}_next`]!)).toEqual(held(sold));
      expect(foundIn(text).map((found) => found.split(' ')[1])).toEqual(['version/edited']);
    }
  });
});
