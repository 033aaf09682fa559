/** `planproof explain` in a real git repository: one value with all that is known of it, and since when. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edited, TIDE } from '../matrix/diff/compared.ts';
import { type Copy, emptyFolder } from './copied-workspace.ts';
import { gitFolder } from './git-folder.ts';

const MORE = edited(TIDE, ['has: [audit]', 'has: [audit]\n    adds: { seats: 5 }']);

let copy: Copy;
let hashes: string[];

beforeAll(() => {
  copy = emptyFolder();
  const { commit } = gitFolder(copy.root);
  const at = (subject: string, day: string, text: string) => {
    copy.write('tide.yaml', text);
    return commit(subject, day);
  };
  copy.write('planproof.config.yaml', 'planproof: 1\nmatrix: tide.yaml\nsurfaces: []\n');
  hashes = [
    at('Ten seats', '2026-01-01', TIDE),
    at('A typing mistake', '2026-01-02', TIDE.replace('plans:', 'plans')),
    at('An add-on', '2026-01-03', MORE),
    at('Twelve seats', '2026-01-04', edited(MORE, ['seats: 10,', 'seats: 12,'])),
  ];
  copy.write('tide.yaml', edited(MORE, ['seats: 10,', 'seats: { advertised: 12, enforced: 15, because: caution },']));
});
afterAll(() => copy.remove());

describe('planproof explain', () => {
  it('tells all of one value', async () => {
    const { code, stdout, stderr } = await copy.run(['explain', 'Pro', 'seats']);
    expect(stdout).toBe(`Seats (seats) of Pro (pro_v6): 12 seats advertised, 15 seats enforced (caution)

Comes from
  Pro (pro): says nothing  tide.yaml:37
  Team (team): 12 seats advertised, 15 seats enforced (caution), which holds  tide.yaml:36
  Free (free): 3 seats  tide.yaml:26

States
  trial: 15 seats
  active: 15 seats
  grace: 15 seats
  expired: 3 seats, as of free_v1

Edges
  warned above 12, refused above 15

Add-ons
  Vault (vault): adds 5 seats each  tide.yaml:56

Price of the plan
  $20 per month  tide.yaml:41

Past versions
  Pro (pro_v5): 5 seats  tide.yaml:63

Earlier ids
  version pro_v6: pro_old

History
  now 12 seats → 12 seats advertised, 15 seats enforced (caution)  not committed
  2026-01-04 ${hashes[3]} 10 seats → 12 seats  Twelve seats
  2026-01-01 ${hashes[0]} not there → 10 seats  Ten seats
  4 revisions looked at
  left out, since the matrix cannot be read there: ${hashes[1]}
`);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('finds plans and keys by any of their ids and names, and says what is not stated', async () => {
    const [alias, name] = await Promise.all([
      copy.run(['explain', 'pro_old', 'audit', '--json']),
      copy.run(['explain', 'pro_v5', 'single_sign_on']),
    ]);
    const told = JSON.parse(alias!.stdout);
    expect(told).toMatchObject({
      planproof: 1,
      plan: { key: 'pro', aliases: [] },
      version: { key: 'pro_v6', aliases: ['pro_old'] },
      subject: { kind: 'capability', key: 'audit' },
      value: { kind: 'addon' },
      gates: [{ api: 'GET /audit', refusal: { status: 402, code: 'upgrade' } }],
      addons: [{ key: 'vault', gives: { kind: 'included' } }],
      past_versions: [{ key: 'pro_v5', value: { kind: 'addon' } }],
    });
    expect(told.history.changes.map(({ commit }: { commit: string }) => commit)).toEqual([hashes[0]]);
    expect(name!.stdout).toMatch(
      /^SSO \(sso\) of Pro \(pro_v5\): included\n\nComes from\n {2}past version pro_v5: included, which holds {2}tide\.yaml:62\n/,
    );
  });

  it.each([
    [['prop', 'seats'], 'There is no plan or version `prop`: did you mean `pro`.'],
    [['pro', 'seets'], 'There is no capability, limit or meter `seets`: did you mean `seats`.'],
    [
      ['pro', 'xxxxxxxxxx'],
      'There is no capability, limit or meter `xxxxxxxxxx`: write its key or its name, as the matrix has it.',
    ],
    [
      ['vault', 'audit'],
      'There is no plan or version `vault`: it is an add-on; name a plan that it is for, such as `team`.',
    ],
    [['pro_v1', 'seats'], 'There is no plan or version `pro_v1`: it is a retired id, which nobody holds any more.'],
    [['pro'], 'Name a plan and a key: `planproof explain PLAN KEY`, such as `planproof explain pro seats`.'],
  ])('%j ends with 2 and one sentence', async (args, sentence) => {
    expect(await copy.run(['explain', ...args])).toEqual({ code: 2, stdout: '', stderr: `planproof: ${sentence}\n` });
  });

  it('groups the digits of edges as of amounts', async () => {
    const other = emptyFolder();
    other.write('planproof.config.yaml', copy.read('planproof.config.yaml'));
    other.write('tide.yaml', edited(TIDE, ['seats: 10,', 'seats: 10000,']));
    const { stdout } = await other.run(['explain', 'team', 'seats']);
    other.remove();
    expect(stdout).toContain('10,000 seats');
    expect(stdout).toContain('  warned above 8,000, refused above 10,000\n');
  });

  it('says when the history could not be read', async () => {
    const other = emptyFolder();
    other.write('planproof.config.yaml', copy.read('planproof.config.yaml'));
    other.write('tide.yaml', TIDE);
    const { code, stdout } = await other.run(['explain', 'free', 'calls']);
    other.remove();
    expect(code).toBe(0);
    expect(stdout).toMatch(/History\n {2}could not be read: this folder is in no git repository\n$/);
  });
});
