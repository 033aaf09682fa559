/** Spoilt tokens are never the token, and say what they are said to say. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spoiltToken } from '../../../../verifier/probes/conduct/spoilt-token.ts';

const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url');

it('differ from the token: in one character, or in length', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2 }), (token) => {
      const altered = spoiltToken('altered_token', token);
      const cut = spoiltToken('cut_token', token)!;
      if (altered !== undefined) {
        const others = [...Array(token.length).keys()].filter((at) => altered[at] !== token[at]);
        expect([altered.length, others.length]).toEqual([token.length, 1]);
      }
      expect(token.startsWith(cut) && cut.length < token.length).toBe(true);
    }),
  );
});

it('without a signature keep the claims and say `none`', () => {
  const claims = part({ sub: 'ada' });
  const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${claims}.c2lnbmVk`;
  const [header = '', kept, signature] = spoiltToken('unsigned_token', token)!.split('.');
  expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'none', typ: 'JWT' });
  expect([kept, signature]).toEqual([claims, '']);
  expect(spoiltToken('unsigned_token', 'opaque')).toBeUndefined();
  expect(spoiltToken('unsigned_token', 'a.b.c')).toBeUndefined();
});
