/** Spoilt tokens are put to who-am-I and to one gate that stands open to whoever holds them; where there is none, that is listed. */
import { expect, it } from 'vitest';
import type { Matrix } from '../../../matrix/types.ts';
import type { ApiSurface } from '../../../verifier/config/types.ts';
import { tokenConduct } from '../../../verifier/questions/conduct/tokens.ts';
import { matrixAt } from '../claims/claims-of.ts';

const MATRIX = matrixAt('matrix/entitlements.yaml');
const SURFACE: ApiSurface = {
  ...{ id: 'api', kind: 'api', server: 'x', tokens: { revoke: 'DELETE /in' } },
  session: { sign_in: { request: 'POST /in' }, who_am_i: { request: 'GET /me', version: '/v', state: '/s' } },
};

function planned(matrix: Matrix, surface: ApiSurface = SURFACE) {
  const { asks, left } = tokenConduct({ matrix, surface });
  const spoilt = asks.filter(({ question }) => question.subject.facet !== 'no_token');
  return {
    spoilt: spoilt.map(({ question: { subject, holder } }) => [subject.facet, subject.key, holder?.version]),
    left: left.map(({ what, count }) => `${what} ${count}`),
  };
}

it('each is put to who-am-I, and to a gate by somebody who may', () => {
  const { spoilt } = planned(MATRIX);
  const gates = spoilt.filter(([, key]) => key !== 'GET /me');
  expect(spoilt.map(([facet]) => facet)).toEqual(
    ['altered_token', 'cut_token', 'revoked_token'].flatMap((one) => [one, one]),
  );
  expect(gates).toHaveLength(3);
  const [[, key, version] = []] = gates;
  const gate = MATRIX.gates.find((one) => one.api === key)!;
  expect(['included', 'addon']).toContain(MATRIX.versions[version!]!.capabilities[gate.key]!.value.kind);
});

it('a gate that the configuration leaves out is not asked, and no gate by GET is told', () => {
  const exclude = [{ reason: 'r', owner: 'o' }];
  const who = [
    ['altered_token', 'GET /me'],
    ['cut_token', 'GET /me'],
    ['revoked_token', 'GET /me'],
  ];
  const without = planned(MATRIX, { ...SURFACE, exclude });
  expect(without.spoilt.map((one) => one.slice(0, 2))).toEqual(who);
  expect(without.left).toContain('tokens that are none at a gate 5');
  const writes = { ...MATRIX, gates: MATRIX.gates.filter((one) => !one.api?.startsWith('GET ')) };
  expect(planned(writes).spoilt.map((one) => one.slice(0, 2))).toEqual(who);
});
