/** The matrix and `tokens` go in; the questions whether a token that is none is refused come out. */

import { activeHolders } from '../../../matrix/expect/stand-ins.ts';
import { limitRequest } from '../../probes/conduct/limit-request.ts';
import { type About, type Conduct, type ConductPart, joined, listed, NOTHING, REFUSED } from './conduct.ts';

const TOKEN_FACETS = ['altered_token', 'cut_token', 'unsigned_token', 'revoked_token', 'expired_token'] as const;

/** By one holder; without any token, every gate is asked. */
export function tokenConduct(about: About): ConductPart {
  const { matrix, surface } = about;
  const [holder] = activeHolders(matrix);
  if (!holder) return NOTHING;
  const { tokens, session, clock } = surface;
  const protectedCalls = [
    session.who_am_i.request,
    ...matrix.gates.flatMap((gate) => (gate.api && limitRequest(surface, gate.key, gate.api) ? [gate.api] : [])),
  ];
  const all = protectedCalls.length + TOKEN_FACETS.length;
  if (!tokens) return listed(about, 'tokens that are none', all, 'the configuration has no `tokens`');
  const ask = (request: string, facet: string): Conduct => ({
    question: { holder, subject: { kind: 'gate', key: request, facet } },
    ...{ promise: REFUSED, request },
  });
  const can: Record<(typeof TOKEN_FACETS)[number], string | undefined> = {
    altered_token: undefined,
    cut_token: undefined,
    unsigned_token: tokens.form === 'jwt' ? undefined : '`tokens` does not say `form: jwt`',
    revoked_token: tokens.revoke ? undefined : '`tokens` names no request under `revoke`',
    expired_token: tokens.lasts && clock ? undefined : 'needs `lasts` under `tokens`, and a `clock`',
  };
  return joined([
    { asks: [...new Set(protectedCalls)].map((request) => ask(request, 'no_token')), left: [] },
    ...TOKEN_FACETS.map((facet) => {
      const why = can[facet];
      return why
        ? listed(about, facet.replace('_', ' '), 1, why)
        : { asks: [ask(session.who_am_i.request, facet)], left: [] };
    }),
  ]);
}
