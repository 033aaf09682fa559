import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { digest, webDigest } from '../../../app/evaluator/token/digest.ts';
import { endOf, RecentTokens } from '../../../app/evaluator/token/recent-tokens.ts';
import { MINUTE, PAID, pair, START, sign, sourceAt, startClock, verdict } from './story.ts';

/** A text of its own, as a second request brings it. */
const anew = (text: string) => Buffer.from(text).toString('latin1');

it('a token is verified once, however often it comes', async () => {
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const source = sourceAt(() => START);
  const [first, second] = [await sign(), await sign()];
  const read = await source.read(first);
  for (let i = 0; i < 10; i += 1) expect(await source.read(anew(first))).toBe(read);
  expect(verify).toHaveBeenCalledTimes(1);
  await source.read(second);
  expect(verify).toHaveBeenCalledTimes(2);
  verify.mockRestore();
});

it('a token that has ended is not known any more, nor is one that never held', async () => {
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const clock = startClock();
  const source = sourceAt(clock.now);
  const token = await sign();
  await source.read(token);
  clock.time += 20 * MINUTE;
  expect([await verdict(source, token), await verdict(source, token)]).toEqual(['expired', 'expired']);
  expect(verify).toHaveBeenCalledTimes(3);
  clock.time = START;
  expect(await verdict(source, token)).toBe('accepted');
  expect(verify).toHaveBeenCalledTimes(4);
  verify.mockRestore();
});

it('what is remembered is bounded, and can be nothing', async () => {
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const tokens = await Promise.all(Array.from({ length: 30 }, (_, i) => sign(PAID, { holder: `org_${i}` })));
  for (const [remembers, again] of [
    [100, 0],
    [10, 30],
    [0, 30],
  ]) {
    const source = sourceAt(() => START, { remembers });
    for (const token of tokens) await source.read(token);
    verify.mockClear();
    for (const token of tokens) await source.read(token);
    expect(verify).toHaveBeenCalledTimes(again!);
  }
  verify.mockRestore();
});

it('what was used last is always among the remembered, and never more than the bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.array(fc.nat({ max: 20 }), { maxLength: 80 }), (most, used) => {
      const recent = new RecentTokens<number>(most);
      const lastUsed: number[] = [];
      for (const one of used) {
        if (recent.get('token', String(one)) === undefined) recent.set('token', String(one), one);
        lastUsed.splice(0, lastUsed.length, one, ...lastUsed.filter((other) => other !== one));
      }
      const { young, old } = recent as unknown as Record<'young' | 'old', Map<string, unknown>>;
      const held = (name: number) => young.has(String(name)) || old.has(String(name));
      expect(lastUsed.slice(0, Math.floor(most / 2)).every(held)).toBe(true);
      expect(lastUsed.filter(held).length).toBeLessThanOrEqual(most);
    }),
  );
});

it('a token is known by all of its text, of which the end is not kept', () => {
  const [start, end] = ['a'.repeat(300), 'b'.repeat(96)];
  const recent = new RecentTokens<number>(10);
  recent.set(start + end, 'digest of the end', 1);
  expect(endOf(start + end)).toBe(end);
  expect(recent.get(anew(start + end), 'digest of the end')).toBe(1);
  for (const other of [`${start}a${end}`, `b${start.slice(1)}${end}`, start.slice(1) + end, end])
    expect(recent.get(other, 'digest of the end')).toBeUndefined();
  expect(JSON.stringify([...(recent as unknown as { young: Map<string, unknown> }).young])).not.toContain('b');
});

it('a token under the signature of another one that is known is verified', async () => {
  const source = sourceAt(() => START);
  const [known, other] = [await sign(), await sign({ ...PAID, capabilities: ['export', 'more'] })];
  await source.read(known);
  const mixed = other.slice(0, other.lastIndexOf('.')) + known.slice(known.lastIndexOf('.'));
  expect(await verdict(source, mixed)).toBe('signature_wrong');
  expect(await verdict(source, known)).toBe('accepted');
});

it('a digest is SHA-256 of the text, in every runtime', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const expected = createHash('sha256').update(text).digest('hex');
      expect([await digest(text), await webDigest(text)]).toEqual([expected, expected]);
    }),
  );
});

it('a runtime without the digests of Node reads a token by Web Crypto alone', async () => {
  vi.resetModules();
  const builtin = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
  const { sourceAt: edgeSourceAt } = await import('./story.ts');
  const { digest: edgeDigest } = await import('../../../app/evaluator/token/digest.ts');
  builtin.mockRestore();
  expect(edgeDigest('a')).toBeInstanceOf(Promise);
  const source = edgeSourceAt(() => START, { keys: pair.publicKey });
  const token = await sign();
  const read = await source.read(token);
  expect(read.claims).toEqual(PAID);
  expect(await source.read(anew(token))).toBe(read);
});
