/** One difference in all three formats, to the letter; and the JSON as its schema describes it. */
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../matrix/diff/diff.schema.json' with { type: 'json' };
import { DIFF_SCHEMA, jsonDiff } from '../../../matrix/diff/print/json.ts';
import { markdownDiff } from '../../../matrix/diff/print/markdown.ts';
import { tell } from '../../../matrix/diff/print/tell.ts';
import { terminalDiff } from '../../../matrix/diff/print/terminal.ts';
import { PULSE } from '../matrix-of.ts';
import { compared, edited, TIDE } from './compared.ts';

const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

const AFTER = edited(
  TIDE,
  ['version: pro_v6', 'version: pro_v7'],
  [
    'past_versions:\n',
    'past_versions:\n  pro_v6: { of: pro, until: cancellation, price: { USD: { month: 20 } }, has: [sso, export, beta_search], details: { support: E-mail }, meters: [traffic], limits: { seats: 10, history: 90, calls: unlimited } }\n',
  ],
  ['history: 90, calls: unlimited }\n  next', 'history: 60, calls: unlimited }\n  next'],
  ['history: 30', 'history: 20'],
  ['name: Export', 'name: "Export_all @you <b>"'],
);
const { diff, advice } = compared(TIDE, AFTER);
const story = tell(diff, advice);
const SEAL = advice[0]!.past_version!.match(/sha256-[0-9a-f]{16}/)![0];

describe('the same difference', () => {
  it('in a terminal', () => {
    expect(terminalDiff(story, (words) => words)).toBe(`Holders
  ✖ Team (team_v1) · loses: History 30 days → 20 days
  - Next (next_v1) · loses: History 90 days → 60 days (because Pro changed)

New customers
  - Pro (pro_v7) · instead of pro_v6, loses: History 90 days → 60 days

Plans, versions, add-ons and keys
  ~ New version of Pro: pro_v7; holders of pro_v6 keep what they have.

Words only
  ~ Export_all @you <b> (export) · capability name: Export → Export_all @you <b>

To keep what was promised
  Give Team (plans.team) the new version team_v2, and keep team_v1 for its holders under past_versions:
  team_v1:
    of: team
    until: cancellation
    price: { USD: { month: 10, year: 100 } }
    has: [sso, export]
    details: { support: E-mail }
    limits: { calls: 10, history: 30, seats: 10 }
    digest: ${SEAL}

planproof: BREAKS — 1 change takes something from holders of published versions
`);
  });

  it('with colours where they are asked for', () => {
    const text = terminalDiff(story, (words, colour) => (colour ? `<${colour}>${words}</>` : words));
    expect(text).toContain('  <red>✖</> Team (team_v1) · loses: History 30 days → 20 days\n');
    expect(text).toContain(
      '  <yellow>-</> Next (next_v1) · loses: History 90 days → 60 days<dim> (because Pro changed)</>\n',
    );
  });

  it('in Markdown', () => {
    expect(markdownDiff(story)).toBe(`## What changes for customers of Tide

**BREAKS — 1 change takes something from holders of published versions**

### Holders

- ❌ **Team** (\`team_v1\`) · loses: History 30 days → 20 days
- ➖ **Next** (\`next_v1\`) · loses: History 90 days → 60 days *(because Pro changed)*

### New customers

- ➖ **Pro** (\`pro_v7\`) · instead of pro\\_v6, loses: History 90 days → 60 days

### Plans, versions, add-ons and keys

- ✏️ New version of Pro: pro\\_v7; holders of pro\\_v6 keep what they have.

### Words only

- ✏️ **Export\\_all @\u200byou \\<b\\>** (\`export\`) · capability name: Export → Export\\_all @\u200byou \\<b\\>

### To keep what was promised

Give Team (plans.team) the new version team\\_v2, and keep team\\_v1 for its holders under past\\_versions:

\`\`\`yaml
  team_v1:
    of: team
    until: cancellation
    price: { USD: { month: 10, year: 100 } }
    has: [sso, export]
    details: { support: E-mail }
    limits: { calls: 10, history: 30, seats: 10 }
    digest: ${SEAL}
\`\`\`
`);
  });

  it('as JSON', () => {
    const json = JSON.parse(jsonDiff(diff, advice));
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
    const at = (line: number, column: number, length: number) => ({
      kind: 'file',
      path: 'matrix.yaml',
      line,
      column,
      length,
    });
    expect(json.holdings[0]).toEqual({
      holders: ['team_v1'],
      of: 'versions',
      about: { kind: 'limit', key: 'history' },
      name: 'History',
      effect: 'loses',
      before: { kind: 'amount', n: 30, unit: 'day', bound: 'exactly' },
      after: { kind: 'amount', n: 20, unit: 'day', bound: 'exactly' },
      because: [],
      breaks: true,
      at: { before: at(36, 35, 2), after: at(36, 35, 2) },
    });
    expect(json.holdings[1].because).toEqual([{ set: 'pro', holders: ['next_v1'] }]);
    expect(json.names).toEqual({
      addons: {},
      sets: { pro: { name: 'Pro' } },
      versions: {
        next_v1: { name: 'Next', plan: 'next', published: false },
        pro_v6: { name: 'Pro', plan: 'pro', published: true },
        pro_v7: { name: 'Pro', plan: 'pro', published: true },
        team_v1: { name: 'Team', plan: 'team', published: true },
      },
    });
    expect(json.advice).toEqual(advice);
    expect(json.$schema).toBe(DIFF_SCHEMA);
    expect(schema.$id).toBe(DIFF_SCHEMA);
  });
});

it('no change is one line', () => {
  const same = compared(TIDE, TIDE);
  const verdict = 'SAME — nothing that the matrix states has another meaning';
  expect(terminalDiff(tell(same.diff, same.advice), (words) => words)).toBe(`planproof: ${verdict}\n`);
  expect(markdownDiff(tell(same.diff, same.advice))).toBe(`## What changes for customers of Tide\n\n**${verdict}**\n`);
});

describe('the schema', () => {
  it.each<[string, string, string]>([
    ['a matrix that is all new', TIDE, PULSE],
    ['a matrix that is all gone', PULSE, TIDE],
    ['everything that the story changes, backwards', AFTER, TIDE],
  ])('accepts %s', (_, before, after) => {
    const { diff: other, advice: more } = compared(before, after);
    validate(JSON.parse(jsonDiff(other, more)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each<[string, (json: Record<string, unknown>) => void]>([
    ['a field that nobody reads', (json) => Object.assign(json, { score: 1 })],
    ['no verdict', (json) => delete json.breaks],
    ['an effect of another name', (json) => Object.assign((json.holdings as object[])[0]!, { effect: 'worse' })],
    [
      '-1 for unlimited',
      (json) => Object.assign((json.holdings as object[])[0]!, { after: { kind: 'unlimited', n: -1 } }),
    ],
    ['an event without an id', (json) => delete (json.events as Record<string, unknown>[])[0]!.key],
  ])('refuses %s', (_, edit) => {
    const json = JSON.parse(jsonDiff(diff, advice));
    edit(json);
    expect(validate(json)).toBe(false);
  });
});
