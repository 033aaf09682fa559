/** A mistake about what an API is asked is told at its place, with what to write; nothing of it is silently left out. */
import { describe, expect, it } from 'vitest';
import { checkNames } from '../../../verifier/config/check-names.ts';
import { readConfig } from '../../../verifier/config/read-config.ts';
import { matrixAt } from '../claims/claims-of.ts';

const HEAD = `planproof: 1
matrix: m.yaml
servers: { here: { url: "https://a.example" }, demo: { url: "https://b.example" } }
surfaces:
  - id: api
    kind: api
    server: here
    session: { sign_in: { request: POST /l }, who_am_i: { request: GET /me, version: /v, state: /s } }
`;
const SANDBOX = '    sandbox: s\n';
const LINES = HEAD.split('\n').length - 1;
const SEATS = 'limits: { seats: { by: count, request: POST /s, undo: { made: /id, request: "DELETE /s/{made}" } } }';

/** `2:7 found write`, from the line after the head on. */
function told(block: string, head = HEAD + SANDBOX): string[] {
  const lines = block
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');
  const above = head === HEAD ? LINES : LINES + 1;
  return readConfig(Buffer.from(head + lines), 'c.yaml').problems.map(
    ({ at, found, write }) => `${at.line - above}:${at.column} ${found} ${write}`,
  );
}

it('a configuration of every block is read', () => {
  expect(
    told(`error_code: /code
${SEATS.replace('undo', 'most: 9, undo')}
entitlements: { request: GET /e, capability: "/c/{key}", limit: "/l/{key}", usage: "/u/{key}" }
clock: { request: PUT /clock, body: { by: "{seconds}" } }
tokens: { form: jwt, revoke: DELETE /l, lasts: 8 hours }
isolation: [{ of: seats, reach: [{ request: "GET /s/{made}" }], lists: [{ request: GET /s, items: /items }] }]
roles: { sign_in: { request: POST /l, body: { as: "{role}" } }, shows: /role, refusal: { status: 403 }, called: { a: b } }
trial:
  as: { version: a, state: active }
  request: POST /t
  first: { status: 409, code: a }
  limited: { status: 429 }
  within: 3
  starts: { as: { version: a, state: expired }, shows: { from: /a, until: /b }, again: { status: 409 }, undo: DELETE /t }
meters: { calls: { record: { request: POST /c }, shown: { request: GET /u, at: /calls } } }
over_limit:
  of: seats
  as: { version: a, state: active }
  read: { request: GET /p, at: /p }
  new: { request: POST /f, undo: { made: /id, request: "DELETE /f/{made}" } }
  change: { request: PUT /n }
  keeps: GET /s
  refusal: { status: 402 }
  stages: [{ after: 0 seconds, shows: warned, blocks: same }]
demo:
  server: demo
  landmark: { request: GET /d, at: /ok }
  must_refuse: [GET /me]
  pages: { shown: [/], landmark: main, never: [Upgrade] }`),
  ).toEqual([]);
});

describe('what no block knows', () => {
  it.each<[string, string, string]>([
    [
      'tokens',
      'tokens: { from: jwt }',
      '1:15 `surfaces.0.tokens` has an unknown field `from`. `form`, if that is what you meant.',
    ],
    ['tokens', 'tokens: { lasts: 8h }', '1:22 `surfaces.0.tokens.lasts` is `8h`. a length, such as 8 hours.'],
    ['isolation', 'isolation: { of: seats }', '1:16 `surfaces.0.isolation` is a map. a list.'],
    [
      'isolation',
      `isolation: [{ of: seats, reached: [] }]\n${SEATS}`,
      '1:30 `surfaces.0.isolation.0` has an unknown field `reached`. `reach`, if that is what you meant.',
    ],
    [
      'roles',
      'roles: { sign_in: { request: POST /l }, shows: role, refusal: { status: 403 } }',
      '1:52 `surfaces.0.roles.shows` is `role`. a JSON pointer, such as /items.',
    ],
    [
      'trial',
      'trial: { as: { version: a, state: trail }, request: POST /t, first: { status: 409 }, limited: { status: 429 }, within: 3 }',
      '1:39 `surfaces.0.trial.as.state` is `trail`, which is none of its words. `trial`.',
    ],
    [
      'trial',
      'trial: { request: POST /t, first: { status: 409 }, limited: { status: 429 }, within: 3 }',
      '1:5 `surfaces.0.trial` lacks `as`. a `as:` line here.',
    ],
    [
      'trial',
      'trial: { as: { version: a, state: active }, request: POST /t, first: { status: "409" }, limited: { status: 429 }, within: 3 }',
      '1:84 `surfaces.0.trial.first.status` is `"409"`. a whole number.',
    ],
    [
      'starts',
      'trial: { as: { version: a, state: active }, request: POST /t, first: { status: 409 }, limited: { status: 429 }, within: 3, starts: { as: { version: a, state: expired } } }',
      '1:128 `surfaces.0.trial.starts` lacks `undo`. a `undo:` line here.',
    ],
    [
      'demo',
      'demo: { server: demo, landmark: { request: POST /d, at: /ok }, must_refuse: [GET /me] }',
      '1:48 `surfaces.0.demo.landmark.request` is `POST /d`. a path after GET, such as GET /api/me.',
    ],
    [
      'demo',
      'demo: { server: demo, landmark: { request: GET /d, at: /ok }, must_refuse: [GET /me], pages: [/] }',
      '1:98 `surfaces.0.demo.pages` is a list. a map (pages of the demo, on which nothing is sold: no plan, no price for a period, no trial).',
    ],
    [
      'over_limit',
      'over_limit: { of: seats, as: { version: a, state: active }, read: { request: GET /p, at: /p }, stages: [{ after: 3 days, shows: a, blocks: all }] }',
      '1:144 `surfaces.0.over_limit.stages.0.blocks` is `all`, which is none of its words. one of `nothing`, `same`, `new`, `changes`, `everything`.',
    ],
    [
      'meters',
      'meters: { calls: { record: POST /c, shown: { request: GET /u, at: /calls } } }',
      '1:32 `surfaces.0.meters.calls.record` is `POST /c`. a map.',
    ],
    [
      'entitlements',
      'entitlements: { request: GET /e, usages: /u }',
      '1:38 `surfaces.0.entitlements` has an unknown field `usages`. `usage`, if that is what you meant.',
    ],
    [
      'a limit',
      'limits: { seats: { by: sett, request: POST /s } }',
      '1:28 `surfaces.0.limits.seats.by` is `sett`, which is none of its words. `set`.',
    ],
    [
      'an API',
      'overlimit: { of: seats }',
      '1:5 `surfaces.0` has an unknown field `overlimit`. `over_limit`, if that is what you meant.',
    ],
  ])('of %s is told: %s', (_, block, expected) => {
    expect(told(block)).toEqual([expected]);
  });
});

describe('what does not fit together', () => {
  it.each<[string, string, string]>([
    [
      'a payload that nobody names',
      'limits: { seats: { by: payload } }',
      '1:28 `limits.seats` is read in the payload, and the surface names none. an `entitlements:` block with the request that front ends read.',
    ],
    [
      'a place in it',
      'limits: { seats: { by: count, request: POST /s, payload: /seats } }',
      '1:62 `limits.seats.payload` is a place in the payload, and the surface names none. an `entitlements:` block with the request that front ends read.',
    ],
    [
      'a payload without the limit',
      'limits: { seats: { by: payload } }\nentitlements: { request: GET /e }',
      '1:28 `limits.seats` is read in the payload, and nothing says where it stands there. a `payload:` line here, or a `limit:` line under `entitlements`.',
    ],
    [
      'no way to set',
      'limits: { seats: { by: set, request: POST /s } }',
      '1:15 `surfaces.0.limits.seats` lacks `set`. a `set:` line here.',
    ],
    [
      'a way to set that says no amount',
      'limits: { seats: { by: set, request: POST /s, set: { request: PUT /u } } }',
      '1:56 `limits.seats.set` does not name `{n}`. `{n}` where the amount to bring usage to stands.',
    ],
    [
      'a way to set that is never used',
      'limits: { seats: { by: count, request: POST /s, set: { request: "PUT /u/{n}" } } }',
      '1:58 `limits.seats` is reached by `count`, which never sends `set`. `by: set`, or nothing here.',
    ],
    [
      'asking for no amount',
      'limits: { seats: { by: ask, request: GET /s } }',
      '1:42 `limits.seats.request` does not name `{n}`. `{n}` where the amount that is asked for stands.',
    ],
    [
      'a bound of counting elsewhere',
      'limits: { seats: { by: ask, request: "GET /s?n={n}", most: 3 } }',
      '1:64 `limits.seats` is reached by `ask`, and `most` bounds counting. nothing here, or `by: count`.',
    ],
    [
      'taking back nobody knows what',
      'limits: { seats: { by: count, request: POST /s, undo: { made: /id, request: DELETE /s } } }',
      '1:81 `limits.seats.undo.request` does not name `{made}`. `{made}` where the id of what was made stands.',
    ],
    [
      'tenants of a limit that is not there',
      `${SEATS}\nisolation: [{ of: saets, lists: [{ request: GET /s, items: /i }] }]`,
      '2:23 `isolation.0.of` says `saets`, and there is no such limit under `limits`. `seats`, if that is what you meant.',
    ],
    [
      'tenants of what nobody takes back',
      'limits: { seats: { by: count, request: POST /s } }\nisolation: [{ of: seats, lists: [{ request: GET /s, items: /i }] }]',
      '2:23 `isolation.0.of` is `seats`, of which nobody can make one and take it back. a limit that is reached by a request, with `undo`; or an `undo:` block under `limits.seats`.',
    ],
    [
      'tenants that reach for nothing',
      `${SEATS}\nisolation: [{ of: seats }]`,
      '2:17 `isolation.0` does not say how another tenant would get at it. a `reach:` or a `lists:` line.',
    ],
    [
      'tenants that reach for nobody knows what',
      `${SEATS}\nisolation: [{ of: seats, reach: [{ request: GET /s }] }]`,
      '2:38 `GET /s` does not name `{made}`. `{made}` where the id of what is another’s stands.',
    ],
    [
      'one place for all keys',
      'entitlements: { request: GET /e, usage: /u }',
      '1:45 `entitlements.usage` does not name `{key}`. `{key}` where the key of what is read stands.',
    ],
    [
      'roles that sign in alike',
      'roles: { sign_in: { request: POST /l }, shows: /role, refusal: { status: 403 } }',
      '1:23 `roles.sign_in` does not name `{role}`. `{role}` where the role that signs in stands.',
    ],
    [
      'a demo that nobody starts',
      'demo: { server: dmeo, landmark: { request: GET /d, at: /ok }, must_refuse: [GET /me] }',
      '1:21 `demo.server` says `dmeo`, and there is no such server. `demo`, if that is what you meant.',
    ],
    [
      'a clock that goes nobody knows how far',
      'clock: { request: PUT /clock }',
      '1:12 `clock` does not name `{seconds}`. `{seconds}` where how far time is moved stands.',
    ],
  ])('%s', (_, block, expected) => {
    expect(told(block)).toEqual([expected]);
  });

  it('what writes names its sandbox', () => {
    expect(told('clock: { request: "PUT /clock/{seconds}" }', HEAD)).toEqual([
      '1:12 `clock` writes, and the surface names no sandbox. a `sandbox:` line with the name of the tenants that may be written to.',
    ]);
  });
});

describe('what the matrix does not have', () => {
  const matrix = matrixAt('test/fixtures/stranger/harbor.matrix.yaml');
  const strange = (block: string) => {
    const text = HEAD + SANDBOX + block.replace(/^/gm, '    ');
    return checkNames(Buffer.from(text), 'c.yaml', matrix).map(
      ({ at, found, write }) => `${at.line - LINES - 1}:${at.column} ${found} ${write}`,
    );
  };

  it.each<[string, string, string]>([
    [
      'a limit',
      'limits:\n  form: { by: count, request: POST /s }',
      '2:7 `surfaces.0.limits.form` stands for `form`, and the matrix has no such limit. `forms`, if that is what you meant.',
    ],
    [
      'a contract',
      'trial:\n  as: { version: studio, state: active }',
      '2:22 `surfaces.0.trial.as.version` is `studio`, and the matrix has no such version. one of `agency-2024`, `hobby-2024`, `studio-2022`, `studio-2024`.',
    ],
    [
      'a limit that is exceeded',
      'over_limit: { of: exprots, as: { version: hobby-2024 } }',
      '1:23 `surfaces.0.over_limit.of` is `exprots`, and the matrix has no such limit. `exports`, if that is what you meant.',
    ],
    [
      'what it is called',
      'entitlements: { called: { webhook: hooks } }',
      '1:31 `surfaces.0.entitlements.called.webhook` stands for `webhook`, and the matrix has no such capability, limit or meter. `webhooks`, if that is what you meant.',
    ],
    [
      'whom nobody asks',
      'exclude: [{ reason: r, owner: o, versions: [studio-2024, hobby-2025], states: [active], keys: [webhooks] }]',
      '1:62 `surfaces.0.exclude.0.versions.1` is `hobby-2025`, and the matrix has no such version. `hobby-2024`, if that is what you meant.',
    ],
    [
      'a state in which nobody is',
      'exclude: [{ reason: r, owner: o, states: [active, trial] }]',
      '1:55 `surfaces.0.exclude.0.states.1` is `trial`, and the matrix has no such state. one of `active`, `suspended`, `expired`.',
    ],
    [
      'a gate',
      'exclude: [{ reason: r, owner: o, keys: [webhook] }]',
      '1:45 `surfaces.0.exclude.0.keys.0` is `webhook`, and the matrix has no such gate. `webhooks`, if that is what you meant.',
    ],
  ])('%s', (_, block, expected) => {
    expect(strange(block)).toEqual([expected]);
  });

  it('nothing else is strange', () => {
    expect(
      strange(
        'limits: { forms: {}, exports: {} }\nover_limit: { of: forms, as: { version: studio-2022 } }\nentitlements: {}',
      ),
    ).toEqual([]);
  });
});
