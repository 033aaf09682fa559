/** A mistake about how to become a customer is told at its place, with what to write. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../verifier/config/read-config.ts';

const HEAD = `planproof: 1
matrix: m.yaml
servers: { here: { url: "https://a.example" } }
secrets: { phrase: { env: PHRASE } }
settings: { tenant: t }
`;
const API =
  'surfaces:\n  - { id: api, kind: api, server: here, holders: way, session: { who_am_i: { request: GET /me, version: /v } } }\n';
const APP = '  - { id: app, kind: app, server: here, who_am_i: { page: /me, selector: p, shows: "{plan}" } }\n';

function told(text: string): string[] {
  return readConfig(Buffer.from(HEAD + text), 'c.yaml').problems.map(
    ({ at, found, write }) => `${at.line - 5}:${at.column} ${found} ${write}`,
  );
}

describe('a configuration', () => {
  it('of every way is read', () => {
    expect(
      told(`holders:
  token: { sign_token: { alg: EdDSA, key: phrase, header: { kid: a }, claims: { sub: "{version}", at: "{now}" }, lifetime: 5 minutes } }
  crew: { sandbox: s, server: here, one_at_a_time: true, before: [{ request: PUT /a, headers: { k: "{phrase}" } }], after: [{ request: DELETE /a }], sign_in: { request: POST /l, form: { a: "{tenant}" }, hidden_from: /l } }
  page: { sign_in: { request: POST /l }, sign_in_page: { page: /l, fill: { A: "{plan}" }, press: B } }
  saved: { saved_session: { file: "a/{role}.json", token: t }, timeout: 3 }
  people: { accounts: [{ version: a, state: active, role: owner, with: { mail: m }, secrets: { key: { file: k } } }], cookies: { a: "{key}{mail}" }, local_storage: { b: "{token}" } }
  way: { module: ./become.mjs, calls: { states: { active: on } } }
environments: { staging: { servers: { here: { url: "https://b.example" } }, secrets: { phrase: { file: f } }, settings: { tenant: u } } }
${API}`),
    ).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'names a way that is not there',
      `holders: { wax: { send: { a: b } } }\n${API}`,
      '3:50 `surfaces.0.holders` says `way`, and there is no such way under `holders:`. `wax`, if that is what you meant.',
    ],
    [
      'has two sessions',
      `holders: { way: { module: ./a.mjs, sign_in: { request: POST /l } } }\n${API}`,
      '1:45 `holders.way` has `module` and `sign_in`: nobody knows which of them counts. one of them, or another way beside this one.',
    ],
    [
      'writes without a sandbox',
      `holders: { way: { before: [{ request: PUT /a }] } }\n${API}`,
      '1:27 `holders.way` changes accounts and names no sandbox. a `sandbox:` line with the name of the tenants that may be written to.',
    ],
    [
      'misspells a secret',
      `holders: { way: { send: { a: "{phrse}" } } }\n${API}`,
      '1:25 `holders.way.send` says `{phrse}`, and there is no such setting, secret or field of an account. `{phrase}`, if that is what you meant.',
    ],
    [
      'has a key that is no secret',
      `holders: { way: { sign_token: { alg: HS256, key: frase, claims: {} } } }\n${API}`,
      '1:50 `holders.way.sign_token.key` says `frase`, and there is no such secret. `phrase`, if that is what you meant.',
    ],
    [
      'sends to a server that is not there',
      `holders: { way: { server: her, send: { a: b } } }\n${API}`,
      '1:27 `holders.way.server` says `her`, and there is no such server. `here`, if that is what you meant.',
    ],
    [
      'uses a name that is taken',
      `environments: { a: { settings: { state: x } } }\nholders: { way: { send: { a: b } } }\n${API}`,
      '1:41 `environments.a.settings.state` has a name that means something else in every text. another name.',
    ],
    [
      'says twice how to sign in',
      `holders: { way: { send: { a: b } } }\n${API.replace('{ who_am_i', '{ sign_in: { request: POST /l }, who_am_i')}`,
      '3:75 `surfaces.0.session.sign_in` and `holders: way` both say how to become a customer. one of them.',
    ],
    [
      'does not say how to sign in',
      `holders: { way: { send: { a: b } } }\n${API}${APP}`,
      '4:5 `surfaces.1` does not say how to become a customer. a `sign_in:` or `holders:` line here.',
    ],
    [
      'proves nobody',
      `holders: { way: { send: { a: b } } }\n${API.replace(', version: /v', '')}`,
      '3:76 `surfaces.0.session.who_am_i` shows the same for everybody, so it proves nobody. a `version:` line, with a JSON pointer.',
    ],
    [
      'shows the same for everybody',
      `holders: { way: { send: { a: b } } }\n${API}${APP.replace('{plan}', 'you').replace('here,', 'here, holders: way,')}`,
      '4:98 `surfaces.1.who_am_i.shows` shows the same for everybody, so it proves nobody. `{plan}` where the page names it.',
    ],
    [
      'writes a secret down',
      `holders: { way: { accounts: [{ version: a, state: active, secrets: { k: hunter2 } }] } }\n${API}`,
      '1:73 `holders.way.accounts.0.secrets.k` is `hunter2`. a map (where a secret stands: { env: NAME } or { file: PATH }).',
    ],
    [
      'has an unknown field',
      `holders: { way: { acounts: [] } }\n${API}`,
      '1:19 `holders.way` has an unknown field `acounts`. `accounts`, if that is what you meant.',
    ],
    [
      'has an account without a state',
      `holders: { way: { accounts: [{ version: a }] } }\n${API}`,
      '1:30 `holders.way.accounts.0` lacks `state`. a `state:` line here.',
    ],
    [
      'has an algorithm of none',
      `holders: { way: { sign_token: { alg: none, key: phrase, claims: {} } } }\n${API}`,
      '1:38 `holders.way.sign_token.alg` is `none`, which is none of its words. one of `HS256`, `HS384`, `HS512`, `RS256`, `RS384`, `RS512`, `PS256`, `PS384`, `PS512`, `ES256`, `ES384`, `ES512`, `EdDSA`.',
    ],
    [
      'has a secret of two places',
      `holders: { way: { accounts: [{ version: a, state: active, secrets: { k: { env: A, file: b } } }] } }\n${API}`,
      '1:73 `holders.way.accounts.0.secrets.k` states more than 1. where a secret stands: { env: NAME } or { file: PATH }.',
    ],
  ])('that %s is told', (_, text, problem) => {
    expect(told(text)).toEqual([problem]);
  });
});
