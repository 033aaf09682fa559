import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEvaluator } from '../../app/evaluator/create-evaluator.ts';
import { entitlementPayload } from '../../app/evaluator/entitlement-payload.ts';
import { readPayload } from '../../app/evaluator/read-payload.ts';
import { smallTable } from './small-table.ts';

const read = (answer: unknown) => readPayload(smallTable, answer);

it('a payload of today is read as it was sent', () => {
  const evaluator = createEvaluator(smallTable, { version: 'paid_v1', state: 'active' });
  const usage = { things: { available: true, observed: 7 } } as const;
  const payload = entitlementPayload(smallTable, evaluator, { usage, now: 0 });
  const { plan_version, capabilities, limits, upgrade_reasons } = read(JSON.parse(JSON.stringify(payload)));
  expect({ plan_version, capabilities, upgrade_reasons, things: limits.things }).toEqual({
    plan_version: payload.plan_version,
    capabilities: payload.capabilities,
    upgrade_reasons: payload.upgrade_reasons,
    things: payload.limits.things,
  });
  expect(read(payload).over_limit).toEqual({
    posture: 'warning',
    messages: [expect.stringContaining('What exists continues')],
  });
});

it('of an older server, old names become today’s, and gaps become safe sentences', () => {
  const old = {
    plan_version: 'paid-2019',
    capabilities: ['download', 'view', 7],
    limits: { max_things: { limit: 3, usage: { observed: 2 }, next: 'refused' }, open: { limit: 'unlimited' } },
    upgrade_reasons: [{ key: 'download' }, { key: 'download', message: 'Ask us.' }],
  };
  expect(read(old)).toEqual({
    plan_version: 'paid_v1',
    capabilities: ['export', 'view'],
    limits: {
      things: {
        limit: 3,
        unit: '',
        usage: { available: false },
        next: 'hard_block',
        message: 'Nothing new can be added right now. What exists continues.',
      },
      open: { limit: 'unlimited', unit: '', usage: { available: false } },
    },
    meters_enabled: [],
    over_limit: { posture: 'none', messages: [] },
    upgrade_reasons: [{ key: 'export', message: 'Ask us.' }],
  });
  const both = read({ limits: { things: { limit: 5 }, max_things: { limit: 3 } } });
  expect(both.limits).toMatchObject({ things: { limit: 5 } });
});

it('of a newer server, an unknown posture is told and made up from nothing', () => {
  expect(read({ over_limit: { posture: 'frozen', limits: [{ message: 'Frozen for now.' }] } }).over_limit).toEqual({
    posture: 'warning',
    messages: ['Frozen for now.'],
  });
  expect(read({ over_limit: { posture: 'enforcement' } }).over_limit.messages).toHaveLength(1);
});

it('anything else is read as nothing, and names no version or state', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      const payload = read({
        limits: anything,
        capabilities: anything,
        over_limit: anything,
        upgrade_reasons: anything,
      });
      expect(payload).not.toHaveProperty('plan_version');
      expect(payload).not.toHaveProperty('subscription_state');
      for (const { usage } of Object.values(payload.limits))
        if (!usage.available) expect(usage).toEqual({ available: false });
      read(anything);
    }),
  );
});
