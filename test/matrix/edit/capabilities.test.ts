import { describe, expect, it } from 'vitest';
import type { SetCapability } from '../../../matrix/edit/matrix-edit.ts';
import { changes, edited } from './edited.ts';

/** Five capabilities, a bundle and a plan that build on each other; `fields` are those of `pro`, from column 5. */
const matrix = (fields: string) => `planproof: 1
product: Tide
capabilities:
  audit: { name: Audit log }
  sso: { name: Single sign-on }
  relay: { name: Relay }
  no: { name: Number }
bundles:
  base: { has: [sso] }
plans:
  start:
    name: Start
    version: start_v1
    everything_in: base
  pro:
    name: Pro
    version: pro_v1
${fields}`;

const includes = (key: string, plan = 'pro'): SetCapability => ({
  kind: 'set_capability',
  plan,
  key,
  value: 'included',
});
const excludes = (key: string): SetCapability => ({ kind: 'set_capability', plan: 'pro', key, value: 'excluded' });

describe('a capability is included', () => {
  it('at the end of a list in brackets, before its comment', () => {
    expect(changes(matrix('    has: [ audit, sso ] # both\n'), includes('relay'))).toBe(`
-    has: [ audit, sso ] # both
+    has: [ audit, sso, relay ] # both
`);
  });

  it('as the last line of a list, below the comments that belong to it', () => {
    const text = matrix(`    has:
      - audit # first
      # more to come
        # much more
    # Money
    price: free
`);
    expect(changes(text, includes('relay'))).toBe(`
+      - relay
`);
    expect(edited(text, includes('relay'))).toContain('        # much more\n      - relay\n    # Money\n');
  });

  it('as a line like its neighbours', () => {
    const text = matrix('    has:\n      -   audit\n\n      -   sso\n    states: [active]\n');
    expect(edited(text, includes('relay'))).toBe(
      matrix('    has:\n      -   audit\n\n      -   sso\n\n      -   relay\n    states: [active]\n'),
    );
  });

  it('on a line of its own, in brackets where each item has one', () => {
    const text = matrix(`    has: [
      audit, # why
      sso # because
      # the end
    ]
`);
    expect(changes(text, includes('relay'))).toBe(`
-      sso # because
+      sso, # because
+      relay
`);
  });

  it('on a line of its own, with a comma where the last one has one', () => {
    const text = matrix('    has: [\n      audit,\n      sso, # because\n    ]\n');
    expect(edited(text, includes('relay'))).toBe(
      matrix('    has: [\n      audit,\n      sso, # because\n      relay,\n    ]\n'),
    );
  });

  it('on the last of several lines', () => {
    const text = matrix('    has: [audit,\n          sso]\n');
    expect(changes(text, includes('relay'))).toBe(`
-          sso]
+          sso, relay]
`);
  });

  it('after a trailing comma, and where commas stand tight', () => {
    expect(edited(matrix('    has: [audit,sso,]\n'), includes('relay'))).toBe(matrix('    has: [audit,sso,relay,]\n'));
  });

  it('in a list that was empty, in each way to write that', () => {
    const now = matrix('    has: [audit] # none yet\n    limits: {}\n');
    for (const empty of ['has: # none yet', 'has: [] # none yet', 'has: [ ] # none yet', 'has: ~ # none yet'])
      expect(edited(matrix(`    ${empty}\n    limits: {}\n`), includes('audit'))).toBe(now);
  });

  it('in an empty list that holds a comment', () => {
    expect(edited(matrix('    has: [ # none yet\n    ]\n'), includes('audit'))).toBe(
      matrix('    has: [audit # none yet\n    ]\n'),
    );
  });

  it('in a list that has to be written first, where people look for it and as other plans write it', () => {
    const text = matrix('    price: free # for now\n    states: [active]\n  team:\n    has:\n      - sso\n');
    expect(changes(text, includes('audit'))).toBe(`
+    has:
+      - audit
`);
    expect(edited(text, includes('audit'))).toContain(
      '    price: free # for now\n    has:\n      - audit\n    states:',
    );
  });

  it('by leaving the list of what the plan lacks, where a base gives it', () => {
    const text = matrix('    everything_in: start\n    has: [relay]\n    without: [sso, audit]\n');
    expect(changes(text, includes('sso'))).toBe(`
-    without: [sso, audit]
+    without: [audit]
`);
  });

  it('by leaving that list and joining the other, where no base gives it', () => {
    const text = matrix('    has: [relay]\n    without: [audit] # never\n');
    expect(changes(text, includes('audit'))).toBe(`
-    has: [relay]
-    without: [audit] # never
+    has: [relay, audit]
+    without: [] # never
`);
  });

  it('under a key that needs quotes', () => {
    expect(changes(matrix('    has: [relay]\n'), includes('no'))).toBe(`
-    has: [relay]
+    has: [relay, "no"]
`);
  });

  it('in a plan on one line', () => {
    const text = matrix('  team: { name: Team, version: team_v1 } # small\n').replace('  pro:', '  other:');
    expect(changes(text, includes('audit', 'team'))).toBe(`
-  team: { name: Team, version: team_v1 } # small
+  team: { name: Team, version: team_v1, has: [audit] } # small
`);
  });

  it('in a past version', () => {
    const text = `${matrix('')}past_versions:\n  "1e3": { of: pro, until: never, has: [sso], limits: {} }\n`;
    const edit = { kind: 'set_capability', past_version: '1e3', key: 'audit', value: 'included' } as const;
    expect(changes(text, edit)).toBe(`
-  "1e3": { of: pro, until: never, has: [sso], limits: {} }
+  "1e3": { of: pro, until: never, has: [sso, audit], limits: {} }
`);
  });
});

describe('a capability is excluded', () => {
  it.each([
    ['first', '[audit, sso, relay]', 'audit', '[sso, relay]'],
    ['in the middle', '[ audit , sso , relay ]', 'sso', '[ audit , relay ]'],
    ['last', '[audit, sso, relay]', 'relay', '[audit, sso]'],
    ['last, before a comma', '[audit, relay,]', 'relay', '[audit,]'],
    ['alone', '[ audit ]', 'audit', '[]'],
    ['alone, with a comma', '[audit,]', 'audit', '[]'],
    ['at the end of a line', '[sso, audit,\n      relay]', 'audit', '[sso,\n      relay]'],
    ['at the start of a line', '[sso,\n      audit, relay]', 'audit', '[sso,\n      relay]'],
    ['last, on its own line', '[sso,\n      audit]', 'audit', '[sso]'],
    ['before a comment', '[\n      sso,\n      audit, # why\n    ]', 'audit', '[\n      sso,\n      # why\n    ]'],
    ['last, before a comment', '[\n      sso,\n      audit # why\n    ]', 'audit', '[\n      sso\n      # why\n    ]'],
    ['after a comment', '[\n      sso, # why\n      audit\n    ]', 'audit', '[\n      sso # why\n    ]'],
    ['before a comma on another line', '[audit # why\n      , sso]', 'audit', '[ # why\n       sso]'],
  ])('in brackets, %s', (_where, before, key, after) => {
    expect(edited(matrix(`    has: ${before} # end\n`), excludes(key))).toBe(matrix(`    has: ${after} # end\n`));
  });

  it('with its line, whose comment stays', () => {
    const text = matrix('    has:\n      # sold since 2020\n      - audit # see the contract\n\n      - sso\n');
    expect(edited(text, excludes('audit'))).toBe(
      matrix('    has:\n      # sold since 2020\n      # see the contract\n\n      - sso\n'),
    );
  });

  it('as the only line of its list, which stays as an empty one', () => {
    const text = matrix('    has: # at last\n      # for now\n      - audit\n    price: free\n');
    expect(edited(text, excludes('audit'))).toBe(matrix('    has: [] # at last\n      # for now\n    price: free\n'));
  });

  it('as the last line of a file without a line break at its end', () => {
    expect(edited(matrix('    has:\n    - sso\n    - audit'), excludes('audit'))).toBe(matrix('    has:\n    - sso'));
  });

  it('by a list of what the plan lacks, where the base of its base gives it', () => {
    const text = matrix('    everything_in: start\n    has: [relay]\n    states: [active]\n');
    expect(edited(text, excludes('sso'))).toBe(
      matrix('    everything_in: start\n    has: [relay]\n    without: [sso]\n    states: [active]\n'),
    );
  });

  it('where nothing said so before', () => {
    expect(changes(matrix('    price: free\n'), excludes('audit'))).toBe(`
+    without: [audit]
`);
  });
});

describe('a list that several contracts share', () => {
  const shared = matrix(`    has: &all [audit, # logged
      sso]
  team:
    has: *all # as Pro
  club:
    has: *all
`);

  it('is written out for a plan that leaves it', () => {
    expect(changes(shared, includes('relay', 'team'))).toBe(`
-    has: *all # as Pro
+    has: [audit, sso, relay] # as Pro
`);
  });

  it('moves to the next holder when its first one leaves', () => {
    expect(changes(shared, excludes('audit'))).toBe(`
-    has: &all [audit, # logged
+    has: [ # logged
-    has: *all # as Pro
+    has: &all [audit, sso] # as Pro
`);
  });

  it('moves in a block too', () => {
    const text = matrix('    has: &all # these\n      - audit\n      - sso\n  team:\n    has: *all # as Pro\n');
    expect(edited(text, includes('relay'))).toBe(
      matrix(`    has: # these
      - audit
      - sso
      - relay
  team:
    has: &all # as Pro
      - audit
      - sso
`),
    );
  });

  it('stays marked when nobody else uses it', () => {
    expect(changes(matrix('    has: &all [audit]\n'), includes('sso'))).toBe(`
-    has: &all [audit]
+    has: &all [audit, sso]
`);
  });

  it('is left by a plan that is itself another one', () => {
    const text = matrix('    has: [audit]\n').replace('  pro:\n', '  pro: &pro\n');
    expect(changes(`${text}  twin: *pro\n`, includes('sso', 'twin'))).toBe(`
-  twin: *pro
+  twin:
+    name: Pro
+    version: pro_v1
+    has: [audit, sso]
`);
  });
});

describe('what is so already', () => {
  const odd =
    '\uFEFFproduct: "Tide"\r\ncapabilities: {audit: {name: A}, sso: {name: S}}\r\nbundles: {b: {has: [sso]}}\r\nplans:\r\n   pro: {everything_in: b, has: [ audit,]}';

  it('changes no byte', () => {
    expect(edited(odd, includes('audit'))).toBe(odd);
    expect(edited(odd, includes('sso'))).toBe(odd);
  });

  it('keeps the mark, the line breaks and the end of the file when something is not', () => {
    expect(edited(odd, excludes('sso'))).toBe(odd.replace('[ audit,]', '[ audit,], without: [sso]'));
  });
});
