/** The matrix and `isolation` go in; the questions whether a tenant gets at what another one made come out. */

import { roomiest } from '../../../matrix/expect/stand-ins.ts';
import type { Holder, Matrix } from '../../../matrix/types.ts';
import type { IsolationConfig } from '../../config/conduct.ts';
import type { ApiSurface } from '../../config/types.ts';
import { type About, type Conduct, type ConductPart, joined, leave, listed, REFUSED } from './conduct.ts';

export function isolationConduct(about: About): ConductPart {
  const { isolation = [], limits = {} } = about.surface;
  const counted = Object.entries(limits).filter(([, one]) => 'by' in one && one.by === 'count' && one.used);
  const silent = counted.filter(([key]) => !isolation.some((one) => one.of === key));
  return joined([
    ...isolation.map((one) => oneOf(about, one)),
    listed(
      about,
      'whether two customers are of one tenant',
      counted.length && about.surface.session.who_am_i.tenant === undefined ? 1 : 0,
      '`who_am_i` does not say where the `tenant` stands',
    ),
    ...silent.map(([key]) =>
      listed(
        about,
        `what another tenant made under ${key}`,
        1,
        'the configuration does not say under `isolation` how one would get at it',
      ),
    ),
  ]);
}

/** Asked as one who has room for one of them as well, so that only whose it is can be the reason. */
function oneOf(about: About, { of, reach = [], lists = [] }: IsolationConfig): ConductPart {
  const requests = [...reach, ...lists].map((one) => one.request);
  const [, other] = roomiest(about.matrix, of);
  const config = about.surface.limits?.[of];
  const what = `what another tenant made under ${of}`;
  if (!other) return leave(about, what, requests.length, 'the matrix has no two contracts with room for one');
  if (!config || !('undo' in config) || !config.undo)
    return leave(
      about,
      what,
      requests.length,
      `limit ${of} does not say under \`undo\` where the id of what was made stands`,
    );
  const asks = requests.map(
    (request): Conduct => ({
      question: { holder: other, subject: { kind: 'gate', key: request, facet: 'other_tenant' } },
      ...{ promise: REFUSED, request },
    }),
  );
  return { asks, left: [] };
}

/** Who makes what another tenant must not get at, by key of the limit. */
export function ownersOf(matrix: Matrix, { isolation = [] }: ApiSurface): Record<string, Holder> {
  return Object.fromEntries(
    isolation.flatMap(({ of }) => {
      const [owner] = roomiest(matrix, of);
      return owner ? [[of, owner]] : [];
    }),
  );
}
