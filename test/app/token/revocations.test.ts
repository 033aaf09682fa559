import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { RevocationList, RevocationOptions, TokenFault } from '../../../app/evaluator/token/index.ts';
import { HOUR, MINUTE, PAID, START, sign, signAnything, sourceAt, startClock, verdict } from './story.ts';

const DAYS = 24 * HOUR;
const NOTHING: RevocationList = { revoked_tokens: [], minimum_versions: {} };
const LONG = { lifetime: 30 * DAYS };

function revoking(first: unknown = NOTHING, more: Partial<RevocationOptions> = {}) {
  const clock = startClock();
  const faults: TokenFault[] = [];
  const list = { answer: first };
  const fetch = vi.fn(async (_: AbortSignal) => {
    if (list.answer instanceof Error) throw list.answer;
    return list.answer;
  });
  const source = sourceAt(clock.now, { revocations: { fetch, ...more }, onFault: (fault) => faults.push(fault) });
  const told = () => faults.map(({ kind }) => kind);
  return { clock, faults, list, fetch, source, told, revocations: source.revocations! };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a revoked token', () => {
  it('is told by its id, whoever holds it', async () => {
    const { source } = revoking({ ...NOTHING, revoked_tokens: ['stolen'] });
    expect(await verdict(source, await sign(PAID, { tokenId: 'stolen' }))).toBe('revoked');
    expect(await verdict(source, await sign(PAID, { tokenId: 'kept' }))).toBe('accepted');
  });

  it('is told by a version below the lowest of its holder', async () => {
    const { source } = revoking({ ...NOTHING, minimum_versions: { org_1: 3 } });
    const of = async (version: number | undefined, holder = 'org_1') =>
      verdict(source, await sign(PAID, { version, holder }));
    expect([await of(2), await of(3), await of(4), await of(undefined)]).toEqual([
      'version_revoked',
      'accepted',
      'accepted',
      'version_revoked',
    ]);
    expect([await of(2, 'org_2'), await of(undefined, 'constructor')]).toEqual(['accepted', 'accepted']);
  });

  it('that could never be revoked is refused', async () => {
    const { source } = revoking();
    expect(await verdict(source, await signAnything({ jti: undefined, sub: undefined }))).toBe('not_revocable');
    expect(await verdict(source, await signAnything({ jti: undefined }))).toBe('accepted');
  });

  it('is refused within a minute, although it is known', async () => {
    const { source, list, clock } = revoking();
    const token = await sign(PAID, { ...LONG, tokenId: 'stolen' });
    expect(await verdict(source, token)).toBe('accepted');
    list.answer = JSON.stringify({ ...NOTHING, revoked_tokens: ['stolen'] });
    clock.time += MINUTE;
    expect(await verdict(source, token)).toBe('revoked');
  });

  it('stays refused when the clock jumps back, and when the list is out of reach then', async () => {
    const { source, list, clock } = revoking({ ...NOTHING, revoked_tokens: ['stolen'] });
    const token = await sign(PAID, { ...LONG, tokenId: 'stolen', now: () => START - 5 * HOUR });
    expect(await verdict(source, token)).toBe('revoked');
    list.answer = new Error('down');
    for (const shift of [-HOUR, -4 * HOUR, HOUR, -HOUR]) {
      clock.time = START + shift;
      expect(await verdict(source, token)).toBe('revoked');
      await settled();
    }
  });
});

describe('the list', () => {
  it('is fetched once a half minute, beside the reading, however many tokens are read', async () => {
    const { source, clock, fetch } = revoking();
    const token = await sign(PAID, LONG);
    for (let i = 0; i < 121; i += 1) {
      await source.read(token);
      await settled();
      clock.time += 1000;
    }
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  const whole = JSON.stringify({ revoked_tokens: ['stolen'], minimum_versions: { org_2: 3 } });
  it.each([
    ['truncated', whole.slice(0, -5)],
    ['empty', ''],
    ['1 MB of garbage', 'x'.repeat(1_000_000)],
    ['1 MB of brackets', '['.repeat(1_000_000)],
    ['a page', '<html></html>'],
    ['an error in JSON', { error: 'internal' }],
    ['null', null],
    ['a list', []],
    ['without its versions', { revoked_tokens: [] }],
    ['without its tokens', { minimum_versions: {} }],
    ['a token that is a number', { revoked_tokens: [7], minimum_versions: {} }],
    ['a version that is a text', { revoked_tokens: [], minimum_versions: { org_2: '3' } }],
    ['a version below 0', { revoked_tokens: [], minimum_versions: { org_2: -1 } }],
    ['versions as a list', { revoked_tokens: [], minimum_versions: [3] }],
    ['of inherited fields', Object.create(NOTHING)],
    ['out of reach', new Error('ECONNREFUSED')],
  ])('that is %s leaves the last good one in force, and is told once', async (_, broken) => {
    const { source, list, clock, told, faults } = revoking(whole);
    const stolen = await sign(PAID, { ...LONG, tokenId: 'stolen' });
    const kept = await sign(PAID, LONG);
    expect([await verdict(source, stolen), await verdict(source, kept)]).toEqual(['revoked', 'accepted']);
    list.answer = broken;
    for (let i = 0; i < 3; i += 1) {
      clock.time += 2 * MINUTE;
      expect([await verdict(source, stolen), await verdict(source, kept)]).toEqual(['revoked', 'accepted']);
      await settled();
    }
    expect(told()).toEqual(['revocations_out_of_reach']);
    expect(faults[0]!.message).toMatch(/^CRITICAL: .*72 hours.*See that/);
    expect(String((faults[0]!.cause as Error).message)).not.toContain('stolen');
  });

  it('counts for 72 hours without a new one, then nothing is accepted, and that is told', async () => {
    const { source, list, clock, told } = revoking();
    const token = await sign(PAID, LONG);
    await source.read(token);
    list.answer = new Error('down');
    clock.time += 72 * HOUR;
    expect(await verdict(source, token)).toBe('accepted');
    expect(told()).toEqual(['revocations_out_of_reach']);
    clock.time += 1;
    for (let i = 0; i < 3; i += 1) expect(await verdict(source, token)).toBe('revocations_too_old');
    expect(await verdict(source, await sign(PAID, { ...LONG, tokenId: 'new' }))).toBe('revocations_too_old');
    expect(told()).toEqual(['revocations_out_of_reach', 'revocations_too_old']);
    clock.time -= 10 * HOUR;
    expect(await verdict(source, token)).toBe('revocations_too_old');
    list.answer = NOTHING;
    clock.time += 11_000;
    await source.read(token);
    await settled();
    expect(await verdict(source, token)).toBe('accepted');
  });

  it('that was never there refuses all, until it is', async () => {
    const { source, list, clock, told, revocations, fetch } = revoking(new Error('down'));
    const token = await sign(PAID, LONG);
    expect([await verdict(source, token), await verdict(source, token)]).toEqual([
      'revocations_missing',
      'revocations_missing',
    ]);
    expect([told(), fetch.mock.calls.length]).toEqual([['revocations_missing'], 1]);
    expect(revocations.staleFor(clock.time)).toBe(Number.POSITIVE_INFINITY);
    list.answer = NOTHING;
    clock.time += 10_000;
    expect(await verdict(source, token)).toBe('accepted');
  });

  it('of before a restart counts for what is left of its time', async () => {
    const kept = vi.fn();
    const before = revoking({ ...NOTHING, revoked_tokens: ['stolen'] }, { onRenewed: kept });
    await before.source.read(await sign());
    const [list, readAt] = kept.mock.calls[0]!;
    const stored = JSON.parse(JSON.stringify({ list, readAt: readAt - 71 * HOUR }));
    const { source, clock, told } = revoking(new Error('down'), { remembered: stored });
    const [stolen, token] = [await sign(PAID, { ...LONG, tokenId: 'stolen' }), await sign(PAID, LONG)];
    expect([await verdict(source, stolen), await verdict(source, token)]).toEqual(['revoked', 'accepted']);
    clock.time += HOUR + 1;
    expect(await verdict(source, token)).toBe('revocations_too_old');
    expect(told()).toEqual(['revocations_out_of_reach', 'revocations_too_old']);
    const spoilt = revoking(new Error('down'), { remembered: { list: 'spoilt', readAt: START } });
    expect(await verdict(spoilt.source, token)).toBe('revocations_missing');
  });

  it('says for how long it is out of reach, so that a product degrades after an hour', async () => {
    const { list, clock, revocations } = revoking();
    await revocations.renew();
    clock.time += 5 * HOUR;
    expect(revocations.staleFor(clock.time)).toBe(0);
    await revocations.renew();
    list.answer = new Error('down');
    clock.time += 59 * MINUTE;
    await revocations.renew();
    expect(revocations.staleFor(clock.time)).toBe(59 * MINUTE);
    expect(revocations.staleFor(clock.time + 2 * MINUTE)).toBe(61 * MINUTE);
    expect(revocations.staleFor(clock.time - 9 * HOUR)).toBe(59 * MINUTE);
    list.answer = NOTHING;
    await revocations.renew();
    expect(revocations.staleFor(clock.time)).toBe(0);
  });

  it('that never answers is waited for once, and a late answer does not count', async () => {
    let answer: (list: unknown) => void = () => {};
    const fetch = vi.fn((_: AbortSignal) => new Promise<unknown>((resolve) => (answer = resolve)));
    const { source, told } = revoking(undefined, { fetch, timeout: 30 });
    const token = await sign(PAID, LONG);
    expect(await verdict(source, token)).toBe('revocations_missing');
    answer(NOTHING);
    await settled();
    expect(await verdict(source, token)).toBe('revocations_missing');
    expect([fetch.mock.calls.length, fetch.mock.calls[0]![0].aborted, told()]).toEqual([
      1,
      true,
      ['revocations_missing'],
    ]);
  });

  it('goes to the console, once, where nobody listens; a listener that throws stops nothing', async () => {
    const cry = vi.spyOn(console, 'error').mockImplementation(() => {});
    const revocations = { fetch: () => Promise.reject(new Error('down')) };
    const onFault = vi.fn(() => {
      throw new Error('no log');
    });
    const token = await sign();
    for (const listener of [undefined, onFault]) {
      const source = sourceAt(() => START, { revocations, onFault: listener });
      for (let i = 0; i < 3; i += 1) expect(await verdict(source, token)).toBe('revocations_missing');
    }
    expect(onFault).toHaveBeenCalledTimes(1);
    expect(cry.mock.calls.map(([text]) => String(text).slice(0, 28))).toEqual(['CRITICAL: the revocation lis']);
    cry.mockRestore();
  });
});

it('a revoked token never counts, in any order of reading, revoking, outages and clocks', async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ read: fc.nat({ max: 3 }) }) },
    fc.record({ revoke: fc.nat({ max: 3 }) }),
    fc.record({ down: fc.boolean() }),
    { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) }) },
  );
  const names = ['a', 'b', 'c', 'd'];
  const signed = await Promise.all(
    names.map((tokenId) => sign(PAID, { tokenId, lifetime: 3000 * DAYS, now: () => START - 1000 * DAYS })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { source, list, clock, revocations } = revoking();
      await revocations.renew();
      let published: string[] = [];
      let known: string[] = [];
      for (const one of steps) {
        if ('wait' in one) clock.time += one.wait;
        if ('revoke' in one) published = [...published, names[one.revoke]!];
        const isDown = 'down' in one ? one.down : list.answer instanceof Error;
        list.answer = isDown ? new Error('down') : { ...NOTHING, revoked_tokens: published };
        if (!('read' in one)) continue;
        const seen = await verdict(source, signed[one.read]!);
        if (known.includes(names[one.read]!)) expect(seen).not.toBe('accepted');
        await revocations.renew();
        if (!isDown) known = published;
      }
    }),
    { numRuns: 60 },
  );
});
