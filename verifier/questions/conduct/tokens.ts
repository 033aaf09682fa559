/** The matrix and `tokens` go in; the questions whether a token that is none is refused come out. */

import { activeHolders, roomiest } from '../../../matrix/expect/stand-ins.ts';
import type { Holder } from '../../../matrix/types.ts';
import { limitRequest } from '../../probes/conduct/limit-request.ts';
import { type About, type Conduct, type ConductPart, joined, listed, NOTHING, REFUSED } from './conduct.ts';

const TOKEN_FACETS = ['altered_token', 'cut_token', 'unsigned_token', 'revoked_token', 'expired_token'] as const;

/** By one holder, at who-am-I and where a gate stands open; without any token, every gate is asked. */
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
  const ask = (request: string, facet: string, by: Holder = holder): Conduct => ({
    question: { holder: by, subject: { kind: 'gate', key: request, facet } },
    ...{ promise: REFUSED, request },
  });
  const can: Record<(typeof TOKEN_FACETS)[number], string | undefined> = {
    altered_token: undefined,
    cut_token: undefined,
    unsigned_token: tokens.form === 'jwt' ? undefined : '`tokens` does not say `form: jwt`',
    revoked_token: tokens.revoke ? undefined : '`tokens` names no request under `revoke`',
    expired_token: tokens.lasts && clock ? undefined : 'needs `lasts` under `tokens`, and a `clock`',
  };
  const open = openGate(about);
  const atGate = (facet: string) => (open ? [ask(open.operation, facet, open.holder)] : []);
  const nowhere = 'the matrix has no capability at a GET that somebody may use';
  return joined([
    open ? NOTHING : listed(about, 'tokens that are none at a gate', TOKEN_FACETS.length, nowhere),
    { asks: [...new Set(protectedCalls)].map((request) => ask(request, 'no_token')), left: [] },
    ...TOKEN_FACETS.map((facet) => {
      const why = can[facet];
      return why
        ? listed(about, facet.replace('_', ' '), 1, why)
        : { asks: [ask(session.who_am_i.request, facet), ...atGate(facet)], left: [] };
    }),
  ]);
}

/** Who-am-I may know tokens otherwise than what it is asked for: one gate that its holder may use stands for all. */
function openGate({ matrix, surface }: About): { operation: string; holder: Holder } | undefined {
  for (const { key, api = '' } of matrix.gates) {
    const able = matrix.capabilities[key] ? roomiest(matrix, key) : [];
    const holder = able.find(
      ({ version, state }) =>
        !surface.exclude?.some(
          ({ keys, versions, states }) =>
            (!keys || keys.includes(key)) &&
            (!versions || versions.includes(version)) &&
            (!states || states.includes(state)),
        ),
    );
    if (holder && api.startsWith('GET ') && api !== surface.session.who_am_i.request) return { operation: api, holder };
  }
  return undefined;
}
