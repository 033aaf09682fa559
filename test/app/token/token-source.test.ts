import { createHmac, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { holderOf } from '../../../app/evaluator/claims.ts';
import { createEvaluator } from '../../../app/evaluator/create-evaluator.ts';
import { TokenSource } from '../../../app/evaluator/token/index.ts';
import { smallTable } from '../small-table.ts';
import {
  AUDIENCE,
  HOUR,
  ISSUER,
  MINUTE,
  otherPair,
  PAID,
  pair,
  part,
  START,
  sign,
  signAnything,
  sourceAt,
  startClock,
  verdict,
} from './story.ts';

const source = sourceAt(() => START);
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' });
const raw = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x!, 'base64url');

describe('a token that holds', () => {
  it('is read as claims that an evaluator answers by', async () => {
    const { claims, from, problems } = await source.read(await sign());
    expect({ claims, from, problems }).toEqual({ claims: PAID, from: 'live', problems: [] });
    const evaluator = createEvaluator(smallTable, holderOf(claims!, START));
    expect([evaluator.hasCapability('export'), evaluator.getLimit('things')]).toEqual([true, 5]);
  });

  it('counts in names of today, with the numbers of its plan', async () => {
    const old = {
      plan_version: 'paid-2019',
      subscription_state: 'active',
      limits: { max_things: 3 },
      capabilities: ['download'],
    };
    const { claims } = await source.read(await signAnything(old));
    expect(claims).toEqual({ ...PAID, limits: { things: 5 }, capabilities: ['export'] });
  });

  it('of an unknown plan keeps its label and no number', async () => {
    const { claims } = await source.read(await signAnything({ plan_version: 'gold_v9', limits: { things: 900 } }));
    expect(claims).toEqual({ plan_version: 'gold_v9', limits: {} });
  });

  it('without a plan version has none made up', async () => {
    const { claims } = await source.read(await signAnything({ subscription_state: 'active' }));
    expect(claims).toEqual({ subscription_state: 'active' });
  });

  it('keeps version and state when the table is broken, so that the evaluator can answer open', async () => {
    const broken = new TokenSource({} as typeof smallTable, {
      keys: pair.publicKey,
      issuer: ISSUER,
      audience: AUDIENCE,
      now: () => START,
    });
    const { claims, problems } = await broken.read(await sign());
    expect(claims).toEqual(PAID);
    expect(problems[0]).toContain('table: cannot be read');
  });

  it('cannot be spoilt for others by who reads it', async () => {
    const token = await signAnything({ capabilities: ['view'], limits: {} });
    const { claims } = await source.read(token);
    expect(() => (claims!.capabilities as string[]).push('export')).toThrow(TypeError);
    expect(() => Object.assign(claims!, { plan_version: 'paid_v1' })).toThrow(TypeError);
    expect((await source.read(token)).claims).toEqual({ capabilities: ['view'], limits: {} });
  });
});

describe('a token that does not hold', () => {
  const altered = async (change: (parts: string[]) => string[]) => change((await sign()).split('.')).join('.');
  const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'org_1', jti: 'a', exp: START / 1000 + 900, ...PAID };
  const hmac = (header: object, secret: string | Buffer) => {
    const text = `${part(header)}.${part(payload)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const stories: [string, string, () => string | Promise<string>][] = [
    ['no text', 'not_text', () => undefined as unknown as string],
    ['a map', 'not_text', () => ({ toString: () => 'a.b.c', length: 5 }) as unknown as string],
    ['empty', 'malformed', () => ''],
    ['words', 'malformed', () => 'not a token'],
    ['1 MB', 'too_long', () => 'a'.repeat(1_000_000)],
    ['1 MB of dots', 'too_long', () => '.'.repeat(1_000_000)],
    ['truncated in its signature', 'signature_wrong', async () => (await sign()).slice(0, -20)],
    ['truncated in its payload', 'malformed', async () => (await sign()).slice(0, 150)],
    ['a part too many', 'malformed', async () => `${await sign()}.${part('x')}`],
    ['header altered', 'signature_wrong', () => altered(([, p, s]) => [part({ alg: 'EdDSA', kid: 'x' }), p!, s!])],
    ['header that is no JSON', 'malformed', () => altered(([, p, s]) => [part('{"alg"'), p!, s!])],
    ['header that is a list', 'malformed', () => altered(([, p, s]) => [part(['EdDSA']), p!, s!])],
    [
      'payload altered',
      'signature_wrong',
      () => altered(([h, , s]) => [h!, part({ ...payload, plan_version: 'x' }), s!]),
    ],
    [
      'signature altered',
      'signature_wrong',
      () => altered(([h, p, s]) => [h!, p!, `${s!.startsWith('A') ? 'B' : 'A'}${s!.slice(1)}`]),
    ],
    ['signature of another key', 'signature_wrong', () => sign(PAID, { key: otherPair.privateKey })],
    ['signature missing', 'signature_wrong', () => altered(([h, p]) => [h!, p!, ''])],
    ['alg none, unsigned', 'algorithm_refused', () => `${part({ alg: 'none' })}.${part(payload)}.`],
    ['alg None', 'algorithm_refused', () => `${part({ alg: 'None' })}.${part(payload)}.`],
    ['alg missing', 'malformed', () => `${part({ typ: 'JWT' })}.${part(payload)}.${part('x')}`],
    ['HS256 with the public key as PEM', 'algorithm_refused', () => hmac({ alg: 'HS256' }, pem)],
    ['HS256 with the bytes of the public key', 'algorithm_refused', () => hmac({ alg: 'HS256' }, raw)],
    [
      'a key of its own in the header',
      'signature_wrong',
      async () => {
        const jwk = otherPair.publicKey.export({ format: 'jwk' });
        return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', jwk }).sign(otherPair.privateKey);
      },
    ],
    [
      'a critical header that nobody knows',
      'not_supported',
      async () => `${part({ alg: 'EdDSA', crit: ['x'], x: 1 })}.${(await sign()).split('.').slice(1).join('.')}`,
    ],
    ['another audience', 'audience_wrong', () => sign(PAID, { audience: 'large' })],
    ['no audience', 'audience_wrong', () => signAnything({ aud: undefined })],
    ['an audience that is a number', 'audience_wrong', () => signAnything({ aud: 5 })],
    ['another issuer', 'issuer_wrong', () => sign(PAID, { issuer: 'https://elsewhere.example' })],
    ['no issuer', 'issuer_wrong', () => signAnything({ iss: undefined })],
    ['no end', 'end_missing', () => signAnything({ exp: undefined })],
    ['an end that is a text', 'claim_malformed', () => signAnything({ exp: '2099-01-01' })],
    ['an end that is null', 'claim_malformed', () => signAnything({ exp: null })],
    ['an end before 1970', 'expired', () => signAnything({ exp: -5 })],
    ['ended', 'expired', () => sign(PAID, { now: () => START - HOUR })],
    ['not yet valid', 'not_yet_valid', () => sign(PAID, { notBefore: START + 10 * MINUTE })],
    ['a start that is a text', 'claim_malformed', () => signAnything({ nbf: 'soon' })],
    ['issued tomorrow', 'from_the_future', () => sign(PAID, { now: () => START + 24 * HOUR })],
    ['a time of issue that is a list', 'claim_malformed', () => signAnything({ iat: [1] })],
    ['an id that is a number', 'claim_malformed', () => signAnything({ jti: 7 })],
    ['a holder that is a map', 'claim_malformed', () => signAnything({ sub: {} })],
    ['a version that is a text', 'claim_malformed', () => signAnything({ ver: '3' })],
    ['a payload that is a list', 'payload_malformed', () => signedText('[1]')],
    ['a payload that is no JSON', 'payload_malformed', () => signedText('{"exp":')],
  ];

  async function signedText(text: string): Promise<string> {
    const { CompactSign } = await import('jose');
    return new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'EdDSA' }).sign(pair.privateKey);
  }

  it.each(stories)('%s: %s', async (_, reason, make) => {
    const token = await make();
    expect(await verdict(source, token)).toBe(reason);
    const { from, claims, problems } = await source.read(token);
    expect({ from, claims, told: problems.length }).toEqual({ from: 'live', claims: undefined, told: 1 });
    for (const one of typeof token === 'string' ? token.split('.').filter((text) => text.length > 7) : [])
      expect(problems.join()).not.toContain(one);
  });

  it('is told apart from any other by no exception: whatever comes is answered', async () => {
    const character = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const texts = fc.oneof(
      fc.string({ unit: character, maxLength: 60 }),
      fc.array(fc.base64String({ maxLength: 40 }), { maxLength: 4 }).map((parts) => parts.join('.')),
      fc.jsonValue({ maxDepth: 1 }).map((header) => `${part(header)}.${part(payload)}.${part('signature')}`),
      fc.constantFrom(null, 5, true, [], {}, ['a.b.c'], Symbol('a.b.c'), () => 'a.b.c', 5n),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (any) => {
        const { claims, problems } = await source.read(any as string);
        return claims === undefined && problems.length === 1 && problems[0]!.startsWith('token/');
      }),
    );
  });

  it('by one changed character never counts', async () => {
    const token = await sign();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: token.length - 2 }), fc.constantFrom(...'AQgw_-.5'), async (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        return changed === token || (await verdict(source, changed)) !== 'accepted';
      }),
      { numRuns: 150 },
    );
  });

  it('is not even digested when it is too long', async () => {
    const token = await signAnything({ capabilities: Array.from({ length: 20_000 }, (_, i) => `c${i}`) });
    expect(await verdict(source, token)).toBe('too_long');
    const { claims, problems } = await sourceAt(() => START, { longest: 1e6 }).read(token);
    expect(claims).toEqual({});
    expect(problems).toEqual(['capabilities: expected a list of at most 10000 keys, found a list of 20000']);
  });
});

describe('odd claims under a right signature', () => {
  it('of wrong types are left out, each told', async () => {
    const odd = {
      plan_version: 5,
      subscription_state: ['active'],
      capabilities: 'all',
      limits: [1],
      meters_enabled: {},
      addons: 1,
      state_ends_at: 'x',
    };
    const { claims, problems } = await source.read(await signAnything(odd));
    expect([Object.keys(claims!).filter((key) => key !== 'limits' && key !== 'addons'), problems.length]).toEqual([
      [],
      7,
    ]);
  });

  it('with the names of prototypes are nothing special', async () => {
    const names = '"__proto__": 9, "constructor": 9, "toString": 9';
    const body = `{"plan_version":"constructor","subscription_state":"__proto__","capabilities":["__proto__","constructor"],"limits":{${names}},"__proto__":{"capabilities":["export"]}}`;
    const { claims } = await source.read(await signAnything(JSON.parse(body) as Record<string, unknown>));
    expect(claims).toEqual({
      plan_version: 'constructor',
      subscription_state: '__proto__',
      capabilities: ['__proto__', 'constructor'],
      limits: {},
    });
    expect(Object.getPrototypeOf(claims)).toBe(Object.prototype);
    const evaluator = createEvaluator(smallTable, holderOf(claims!, START));
    expect([
      evaluator.hasCapability('export'),
      evaluator.hasCapability('constructor'),
      evaluator.getLimit('toString'),
    ]).toEqual([false, false, 'unknown']);
    expect(({} as Record<string, unknown>).capabilities).toBeUndefined();
  });

  it('inherited from a prototype key are not there', async () => {
    const text = `{"iss":"${ISSUER}","aud":"${AUDIENCE}","jti":"a","__proto__":{"exp":${START}}}`;
    const { CompactSign } = await import('jose');
    const token = await new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'EdDSA' }).sign(pair.privateKey);
    expect(await verdict(source, token)).toBe('end_missing');
  });
});

describe('the clock', () => {
  it.each([
    ['the last moment', 15 * MINUTE + 30_000 - 1, 'accepted'],
    ['the end', 15 * MINUTE + 30_000, 'expired'],
    ['the first moment', -30_000, 'accepted'],
    ['before it was issued', -31_000, 'from_the_future'],
  ])('decides with half a minute of skew: %s', async (_, shift, expected) => {
    const clock = startClock();
    const token = await sign();
    const warm = sourceAt(clock.now);
    expect(await verdict(warm, token)).toBe('accepted');
    clock.time = START + shift;
    expect(await verdict(warm, token)).toBe(expected);
    expect(await verdict(sourceAt(clock.now), token)).toBe(expected);
  });

  it('gives the same answer to a token that is known and one that is new, whatever it shows', async () => {
    const clock = startClock();
    const warm = sourceAt(clock.now, { clockSkew: 5000 });
    const token = await sign(PAID, { notBefore: START + 4 * MINUTE });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }), async (shift) => {
        clock.time = START + shift;
        const seen = await verdict(warm, token);
        return (
          seen === (await verdict(sourceAt(clock.now, { clockSkew: 5000 }), token)) &&
          (seen === 'accepted') === (shift >= 4 * MINUTE - 5000 && shift < 15 * MINUTE + 5000)
        );
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1e18, 1e16])(
    'that shows %d lets nothing through and breaks nothing',
    async (time) => {
      const clock = startClock();
      const warm = sourceAt(clock.now);
      const token = await sign();
      await warm.read(token);
      clock.time = time;
      expect(await verdict(warm, token)).toBe('not_judged');
      clock.time = START;
      expect(await verdict(warm, token)).toBe('accepted');
    },
  );

  it('that throws lets nothing through', async () => {
    const broken = sourceAt(() => {
      throw new Error('no clock');
    });
    expect(await verdict(broken, await sign())).toBe('not_judged');
  });
});

describe('options that cannot be meant', () => {
  const make = (options: object) => () => sourceAt(() => START, options);
  it.each([
    ['none', { algorithms: ['none'] }, 'algorithms'],
    ['HMAC', { algorithms: ['EdDSA', 'HS256'] }, 'algorithms'],
    ['no algorithm', { algorithms: [] }, 'algorithms'],
    ['a private key', { keys: pair.privateKey }, 'keys'],
    ['a private key in a set', { keys: { keys: [pair.privateKey.export({ format: 'jwk' })] } }, 'keys'],
    ['a secret', { keys: { kty: 'oct', k: 'c2VjcmV0' } }, 'keys'],
    ['a text as key', { keys: pem }, 'keys'],
    ['no audience', { audience: [] }, 'audience'],
    ['an empty issuer', { issuer: '' }, 'issuer'],
    ['a skew that is no number', { clockSkew: Number.NaN }, 'clockSkew'],
    ['a length without end', { longest: Number.POSITIVE_INFINITY }, 'longest'],
    ['an age below 0', { keys: async () => ({}), keysMaxAge: -1 }, 'maxAge'],
    ['four days without a list', { revocations: { fetch: async () => '', toleratedFor: 96 * HOUR } }, 'toleratedFor'],
  ])('%s', (_, options, named) => expect(make(options)).toThrow(named));

  it('a key of another kind than the algorithm is told', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const token = await sign(PAID, { key: privateKey, algorithm: 'RS256' });
    expect(await verdict(source, token)).toBe('algorithm_refused');
    expect(
      await verdict(
        sourceAt(() => START, { algorithms: ['EdDSA', 'RS256'] }),
        token,
      ),
    ).toBe('key_unfit');
  });

  it('other algorithms have to be listed, then they count', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const token = await sign(PAID, { key: privateKey, algorithm: 'ES256' });
    expect(
      await verdict(
        sourceAt(() => START, { keys: publicKey, algorithms: ['ES256'] }),
        token,
      ),
    ).toBe('accepted');
    expect(
      await verdict(
        sourceAt(() => START, { keys: publicKey }),
        token,
      ),
    ).toBe('algorithm_refused');
  });
});
