import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TokenFault } from '../../../app/evaluator/token/index.ts';
import { HOUR, MINUTE, member, otherPair, PAID, pair, sign, sourceAt, startClock, verdict } from './story.ts';

const january = await member(pair.publicKey, 'january');
const february = await member(otherPair.publicKey, 'february');
const byJanuary = { keyId: 'january', lifetime: 10 * HOUR };
const byFebruary = { keyId: 'february', key: otherPair.privateKey, lifetime: 10 * HOUR };

/** A set that can change, break and be counted, and what was told of it. */
function fetched(first: readonly object[] | Error = [january]) {
  const clock = startClock();
  const faults: TokenFault[] = [];
  const set = { answer: first as unknown };
  const fetch = vi.fn(async () => {
    if (set.answer instanceof Error) throw set.answer;
    return Array.isArray(set.answer) ? { keys: set.answer } : set.answer;
  });
  const source = sourceAt(clock.now, { keys: fetch, onFault: (fault) => faults.push(fault) });
  return { clock, faults, set, fetch, source, told: () => faults.map(({ kind }) => kind) };
}

/** What runs beside a reading has ended. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a local set', () => {
  it('finds the key by its id, and says when none or several could be meant', async () => {
    const { now } = startClock();
    const both = sourceAt(now, { keys: { keys: [january, february] } });
    expect(await verdict(both, await sign(PAID, byJanuary))).toBe('accepted');
    expect(await verdict(both, await sign(PAID, byFebruary))).toBe('accepted');
    expect(await verdict(both, await sign(PAID, { ...byFebruary, keyId: 'january' }))).toBe('signature_wrong');
    expect(await verdict(both, await sign(PAID, { keyId: 'march' }))).toBe('key_unknown');
    expect(await verdict(both, await sign())).toBe('key_unnamed');
    expect(await verdict(sourceAt(now, { keys: january }), await sign())).toBe('accepted');
  });
});

describe('a fetched set', () => {
  it('is fetched once for many tokens at once', async () => {
    const { source, fetch } = fetched();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => sign(PAID, byJanuary)));
    expect(await Promise.all(tokens.map((token) => verdict(source, token)))).toEqual(tokens.map(() => 'accepted'));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('is fetched once more for an unknown key, then not for every token that claims one', async () => {
    const { source, fetch, set, clock } = fetched();
    expect(await verdict(source, await sign(PAID, byJanuary))).toBe('accepted');
    clock.time += MINUTE;
    set.answer = [january, february];
    expect(await verdict(source, await sign(PAID, byFebruary))).toBe('accepted');
    expect(fetch).toHaveBeenCalledTimes(2);
    for (let i = 0; i < 50; i += 1)
      expect(await verdict(source, await sign(PAID, { keyId: `made up ${i}` }))).toBe('key_unknown');
    expect(fetch).toHaveBeenCalledTimes(2);
    clock.time += 31_000;
    expect(await verdict(source, await sign(PAID, { keyId: 'made up again' }))).toBe('key_unknown');
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('refuses what a withdrawn key signed after its time in the cache, also a token that is known', async () => {
    const { source, set, clock } = fetched([january, february]);
    const [known, fresh] = [await sign(PAID, byJanuary), await sign({ subscription_state: 'active' }, byJanuary)];
    expect(await verdict(source, known)).toBe('accepted');
    set.answer = [february];
    clock.time += 10 * MINUTE;
    expect([await verdict(source, known), await verdict(source, fresh)]).toEqual(['key_unknown', 'key_unknown']);
    expect(await verdict(source, await sign(PAID, byFebruary))).toBe('accepted');
  });

  it('is renewed beside the reading before its time is over, so that nobody waits', async () => {
    const { source, set, clock, fetch } = fetched([january, february]);
    const token = await sign(PAID, byJanuary);
    await source.read(token);
    set.answer = [february];
    clock.time += 6 * MINUTE;
    expect(await verdict(source, token)).toBe('accepted');
    await settled();
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(await verdict(source, token)).toBe('key_unknown');
  });

  it.each([
    ['the network is down', new Error('ECONNREFUSED')],
    ['it is a page', '<html>'],
    ['it is an error', { error: 'internal' }],
    ['its keys are no list', { keys: 'none' }],
    ['it is nothing', undefined],
  ])('keeps the known keys while %s, and tells that once', async (_, answer) => {
    const { source, set, clock, fetch, told, faults } = fetched();
    const token = await sign(PAID, byJanuary);
    await source.read(token);
    set.answer = answer;
    for (let i = 1; i <= 20; i += 1) {
      clock.time += 11 * MINUTE;
      expect(await verdict(source, token)).toBe('accepted');
      expect(await verdict(source, await sign(PAID, byJanuary))).toBe('accepted');
      await settled();
    }
    expect(fetch).toHaveBeenCalledTimes(21);
    expect(told()).toEqual(['keys_out_of_reach']);
    expect(faults[0]!.message).toMatch(/^CRITICAL: .*STILL ACCEPTED.*See that/);
    set.answer = [february];
    clock.time += 11 * MINUTE;
    await source.read(token);
    await settled();
    expect(await verdict(source, token)).toBe('key_unknown');
    set.answer = new Error('again');
    clock.time += 11 * MINUTE;
    await source.read(token);
    expect(told()).toEqual(['keys_out_of_reach', 'keys_out_of_reach']);
  });

  it('that was never there refuses, is told, and heals', async () => {
    const { source, set, clock, fetch, told } = fetched(new Error('down'));
    const token = await sign(PAID, byJanuary);
    for (let i = 0; i < 5; i += 1) expect(await verdict(source, token)).toBe('keys_missing');
    expect(fetch).toHaveBeenCalledTimes(1);
    set.answer = [january];
    clock.time += 31_000;
    expect(await verdict(source, token)).toBe('accepted');
    expect(told()).toEqual(['keys_missing']);
  });

  it('is neither younger nor out of reach when the clock jumps back', async () => {
    const { source, set, clock } = fetched([january, february]);
    const token = await sign(PAID, { ...byJanuary, now: () => clock.time - 5 * HOUR });
    await source.read(token);
    set.answer = [february];
    clock.time -= 3 * HOUR;
    expect(await verdict(source, token)).toBe('accepted');
    clock.time += 10 * MINUTE;
    expect(await verdict(source, token)).toBe('key_unknown');
  });

  it('that holds a secret gives no key for HMAC', async () => {
    const { source } = fetched([{ kty: 'oct', k: 'c2VjcmV0', kid: 'january' }]);
    expect(await verdict(source, await sign(PAID, byJanuary))).toBe('key_unknown');
  });
});

describe('a set at an address', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function serve(answer: { status: number; body: string; hangs?: boolean }): Promise<URL> {
    server = createServer((_, response) => {
      if (!answer.hangs) response.writeHead(answer.status, { location: '/elsewhere' }).end(answer.body);
    });
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
    server.unref();
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`);
  }

  it('is read through a rotation', async () => {
    const answer = { status: 200, body: JSON.stringify({ keys: [january] }) };
    const clock = startClock();
    const source = sourceAt(clock.now, { keys: await serve(answer) });
    expect(await verdict(source, await sign(PAID, byJanuary))).toBe('accepted');
    answer.body = JSON.stringify({ keys: [february] });
    clock.time += 31_000;
    expect(await verdict(source, await sign(PAID, byFebruary))).toBe('accepted');
    expect(await verdict(source, await sign(PAID, byJanuary))).toBe('key_unknown');
  });

  it.each([
    ['a redirect', { status: 302, body: '' }],
    ['an error', { status: 500, body: JSON.stringify({ keys: [january] }) }],
    ['half of it', { status: 200, body: JSON.stringify({ keys: [january] }).slice(0, -4) }],
    ['silence', { status: 200, body: '', hangs: true }],
  ])('is not read from %s', async (_, answer) => {
    const onFault = vi.fn();
    const source = sourceAt(startClock().now, { keys: await serve(answer), keysTimeout: 100, onFault });
    expect(await verdict(source, await sign(PAID, byJanuary))).toBe('keys_missing');
    expect(onFault).toHaveBeenCalledTimes(1);
    server!.closeAllConnections();
  });
});
