import { describe, expect, it } from 'vitest';
import { pastEntry } from '../../../matrix/diff/past-entry.ts';
import { matrixOf } from '../matrix-of.ts';

const TEXT = `planproof: 1
product: Harbor
capabilities:
  sso: { name: SSO }
  audit: { name: Audit log }
  api: { name: API }
plans:
  start: { name: Start, version: start_1, has: [api], unknown: [sso] }
  team: { name: Team, version: team_1, everything_in: start, has: [audit] }
  firm: { name: Firm, version: firm_1, everything_in: team, has: [sso] }
`;

const { matrix } = matrixOf(TEXT);
const kinds = (version: string) => Object.values(matrix.versions[version]!.capabilities).map(({ value }) => value.kind);

describe('a capability that is listed as unknown', () => {
  it('is not excluded by a closed list, in the plan and in what is built on it', () => {
    expect(kinds('start_1')).toEqual(['included', 'excluded', 'unknown']);
    expect(kinds('team_1')).toEqual(['included', 'included', 'unknown']);
  });

  it('is known as soon as a nearer plan says it', () => {
    expect(kinds('firm_1')).toEqual(['included', 'included', 'included']);
  });

  it('stands where it is listed', () => {
    expect(matrix.versions.team_1!.capabilities.sso).toMatchObject({
      at: { line: 8, column: 65 },
      from: ['team', 'start'],
    });
  });

  it('stays unknown when the contract is kept as a past version', () => {
    const entry = pastEntry(matrix.versions.team_1!, matrix, { plan: 'team', key: (key) => key });
    expect(entry).toContain('unknown: [sso]');
    const kept = matrixOf(`${TEXT.replace('version: team_1', 'version: team_2')}past_versions:\n${entry}\n`);
    expect(kept.matrix.versions.team_1!.capabilities.sso!.value.kind).toBe('unknown');
    expect(kept.raw.past_versions!.team_1!.digest).toBeDefined();
  });
});
