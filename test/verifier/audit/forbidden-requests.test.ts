/** What pages must not ask for is held against what they asked for, and a rule that met no page is told. */
import { expect, it } from 'vitest';
import { forbiddenRequests, type Visit } from '../../../verifier/audit/forbidden-requests.ts';
import type { MustNotRequest } from '../../../verifier/config/types.ts';

const base = 'http://127.0.0.1:4000';
const holder = { version: 'pro_1', state: 'active' as const };

function asked(page: string, url: string, signedIn = true, method = 'GET'): Visit {
  const full = new URL(url, base).href;
  return { holder, opened: [{ path: page, signedIn }], requests: [{ method, url: full, page, signedIn }] };
}

function gist(rule: Omit<MustNotRequest, 'reason'>, ...visits: Visit[]): string[] {
  const { found, unread } = forbiddenRequests({
    surface: 'app',
    base,
    rules: [{ ...rule, reason: 'it is private' }],
    visits,
    partly: false,
  });
  return [
    ...found.map(({ finding }) => finding.about.subject.key),
    ...unread.map(({ outcome }) => `unread: ${outcome.kind}`),
  ];
}

it.each([
  ['anywhere', { requests: ['/api/plan'] }, asked('/', '/api/plan?of=me'), ['GET /api/plan']],
  ['on other pages', { requests: ['/api/plan'], except: ['/plan'] }, asked('/systems', '/api/plan'), ['GET /api/plan']],
  ['another request', { requests: ['/api/plan'] }, asked('/', '/api/plans'), []],
  ['below a folder', { requests: ['/api/**'] }, asked('/', '/api/a/b'), ['GET /api/a/b']],
  ['by its method', { requests: ['POST /api/**'] }, asked('/', '/api/a', true, 'POST'), ['POST /api/a']],
  ['another method', { requests: ['POST /api/**'] }, asked('/', '/api/a'), []],
  [
    'another origin',
    { requests: ['https://ads.example/**'] },
    asked('/', 'https://ads.example/px'),
    ['GET https://ads.example/px'],
  ],
  ['a socket', { requests: ['/api/events'] }, asked('/', 'ws://127.0.0.1:4000/api/events'), ['GET /api/events']],
  [
    'before signing in',
    { requests: ['/api/**'], when: 'signed_out' as const },
    asked('/login', '/api/me', false),
    ['GET /api/me'],
  ],
])('%s', (_, rule, visit, expected) => {
  expect(gist(rule, visit)).toEqual(expected);
});

it('a rule of which no page was opened was not looked at', () => {
  expect(gist({ requests: ['/api/**'], pages: ['/billing'] }, asked('/', '/'))).toEqual(['unread: unread']);
  expect(gist({ requests: ['/api/**'], pages: ['/plan'], except: ['/plan'] }, asked('/plan', '/api/a'))).toEqual([
    'unread: unread',
  ]);
  expect(gist({ requests: ['/api/**'], when: 'signed_out' }, asked('/login', '/api/me'))).toEqual(['unread: unread']);
});

it('one request is one finding, whoever saw it on whichever page', () => {
  const rules = [{ requests: ['/api/plan'], reason: 'it is private' }];
  const other: Visit = { ...asked('/b', '/api/plan'), holder: { version: 'free_1', state: 'trial' } };
  const of = (...visits: Visit[]) => forbiddenRequests({ surface: 'app', base, rules, visits, partly: false }).found;
  const [one, ...more] = of(asked('/a', '/api/plan?x=1'), other, asked('/a', '/api/plan?x=2'));
  expect(more).toEqual([]);
  expect(one!.finding.about.holders).toEqual([{ version: 'free_1', state: 'trial' }, holder]);
  expect(one!.finding.sides[1]!.at).toHaveLength(2);
  expect(of(other, asked('/a', '/api/plan'))[0]!.finding).toEqual(one!.finding);
});
