import { describe, expect, it } from 'vitest';
import { checkMatrix, MATRIX_RULES } from '../../../matrix/check/check.ts';
import { describeProblem } from '../../../matrix/problem.ts';
import { foundIn, JUDGED, matrixOf, PULSE } from '../matrix-of.ts';
import { STORIES as OTHERS } from './stories.ts';
import { OFFER_STORIES } from './stories-offer.ts';

const STORIES = [...OTHERS, ...OFFER_STORIES];

describe.each(MATRIX_RULES.map((rule) => rule.id))('%s', (id) => {
  const own = STORIES.filter((story) => story.rule === id);

  it('has a file that passes and a file that it alone finds fault with', () => {
    expect(own.some((story) => story.finds.length === 0)).toBe(true);
    expect(own.some((story) => story.finds.length > 0)).toBe(true);
  });

  it.each(own)('$name', ({ text, finds }) => {
    expect(foundIn(text)).toEqual(finds.map((place) => `${place} ${id}`));
  });
});

describe('the stories', () => {
  it('are all about rules that exist, and bear different names', () => {
    const ids = MATRIX_RULES.map((rule) => rule.id);
    expect(STORIES.filter((story) => !ids.includes(story.rule))).toEqual([]);
    expect(new Set(STORIES.map((story) => story.name)).size).toBe(STORIES.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(STORIES.filter((story) => story.finds.length > 0))(
    '$name: every problem has a place and says what to write',
    ({ text }) => {
      for (const problem of checkMatrix({ ...matrixOf(text), date: JUDGED })) {
        const words = describeProblem(problem, () => text).split('\n');
        const { level } = MATRIX_RULES.find((rule) => rule.id === problem.rule)!;
        expect(words[0]).toBe(`matrix.yaml:${problem.at.line}:${problem.at.column} ${level} ${problem.rule}`);
        expect(words.some((line) => /^ +\| +\^+$/.test(line))).toBe(true);
        expect(words.find((line) => line.startsWith('  Write: '))).toBeTruthy();
      }
    },
  );
});

describe('the matrix of Pulse', () => {
  it('passes every check', () => {
    expect(foundIn(PULSE)).toEqual([]);
  });
});

describe('what is said', () => {
  const said = (name: string) => {
    const { text } = STORIES.find((story) => story.name === name)!;
    return checkMatrix({ ...matrixOf(text), date: JUDGED })
      .map((problem) => describeProblem(problem, () => text))
      .join('\n');
  };

  it('of a misspelt key names the key that was meant', () => {
    expect(said('capability-is-misspelt')).toBe(`matrix.yaml:8:44 error reference/unknown
  There is no capability \`audit_loging\`.
  8 |   pro: { name: Pro, version: pro_v1, has: [audit_loging] }
    |                                            ^^^^^^^^^^^^
  Write: \`audit_logging\`, or declare \`audit_loging\`.`);
  });

  it('of an ungated capability names the plans that have it and lack it', () => {
    const text = STORIES.find(({ name }) => name === 'what-only-pro-has-is-refused-to-nobody')!.text;
    expect(checkMatrix(matrixOf(text))[0]!.found).toBe(
      '`chat` is sold with `team`, `pro` lacks it, and no gate refuses it.',
    );
  });

  it('of a smaller number in a dearer plan says what to write', () => {
    expect(said('dearer-plan-builds-on-another-and-has-a-smaller-number')).toContain(
      'Crew costs 20 USD a month and Solo 10 USD a month, and builds on it, but gives less of Seats.',
    );
  });

  it('of a loop shows the way round', () => {
    expect(said('plan-and-bundle-build-on-each-other')).toContain('`base` builds on itself: `base` → `pro` → `base`.');
  });

  it('of a reused version shows both places', () => {
    expect(said('two-plans-share-a-version')).toContain('matrix.yaml:8:30 `pro_v1` stands here first.');
  });

  it('of an edited contract gives the seal that would be right', () => {
    expect(said('old-contract-gains-a-capability')).toMatch(/`digest: sha256-[0-9a-f]{16}`/);
  });

  it('of a retired name gives the one in use', () => {
    expect(said('plan-names-a-retired-key')).toContain(
      'There is no capability `audit`: `audit_logging` was called that.',
    );
  });

  it('of a name of another kind says what it is', () => {
    expect(said('plan-lists-a-limit-as-capability')).toContain('There is no capability `span`: it is a limit.');
  });

  it('of an old contract on a plan says why it must not', () => {
    expect(said('old-contract-is-built-on-a-plan')).toContain(
      'Write: a bundle, or what its holders were sold, key by key: a plan may change, and an old contract does not.',
    );
  });

  it('of a hundred misspelt names guesses what was meant, and of more than that says which names there are', () => {
    const held = Array.from({ length: 150 }, (_, i) => `audit_loging_${String.fromCharCode(97 + (i % 26))}${i}`);
    const text = STORIES.find(({ name }) => name === 'a-plan-has-what-is-declared')!.text.replace(
      '[audit_logging]',
      `[${held.join(', ')}]`,
    );
    const writes = checkMatrix(matrixOf(text)).map(({ rule, write }) => [rule, write.split(/[,;]/)[0]]);
    expect(writes).toHaveLength(150);
    expect(writes.slice(0, 100)).toEqual(Array(100).fill(['reference/unknown', '`audit_logging`']));
    expect(writes.slice(100)).toEqual(Array(50).fill(['reference/unknown', 'one of `audit_logging`']));
  });

  it('of one name more than are listed counts it as one', () => {
    const declared = Array.from({ length: 8 }, (_, i) => `  key_number_${i}: { name: Key ${i} }\n`).join('');
    const text = `planproof: 1\nproduct: Tide\ncapabilities:\n${declared}  other: { name: Other }\nplans:\n  pro: { name: Pro, version: v1, has: [zzzzzzzz] }\n`;
    expect(checkMatrix(matrixOf(text))[0]!.write).toMatch(/`key_number_7` or 1 other; or declare `zzzzzzzz`\.$/);
  });

  it('of aliases that lead in a circle shows the way round, and every place', () => {
    const words = said('versions-lead-in-a-circle-of-three');
    expect(words).toContain('The alias leads back to itself: `a` → `pro_v1` → `b` → `a`.');
    expect(words).toContain('matrix.yaml:11:7 `b` is part of the circle.');
    expect(words).toContain('matrix.yaml:12:7 `pro_v1` is part of the circle.');
  });

  it('of an id that is reused in every way shows every place', () => {
    const words = said('one-id-is-reused-in-every-way');
    for (const place of ['8:30 `pro_v1` stands here first.', '13:15 `pro_v1` is retired here.'])
      expect(words).toContain(`matrix.yaml:${place}`);
    expect(words).toContain('matrix.yaml:12:13 `pro_v1` is an alias of `solo_v1` here.');
  });

  it('of a replacement that goes as well names the key that stays', () => {
    expect(said('replacement-goes-as-well')).toContain('Write: `audit_logging`, which takes the place of both.');
  });

  it('of a limit without edges gives the lines to add', () => {
    expect(said('limit-states-no-edge')).toContain('Write: `soft: 80%` and `hard: 100%`');
  });
});

describe('levels', () => {
  it('ask for the edges of a limit from the level of gates', () => {
    const text = (level: string) =>
      `planproof: 1\nlevel: ${level}\nproduct: Tide\nlimits: { span: { name: Span, unit: day } }\nplans: { pro: { name: Pro, version: v1 } }\n`;
    expect(foundIn(text('copy'))).toEqual([]);
    expect(foundIn(text('gates'))).toEqual(['4:11 limit/edgeless']);
  });
});

describe('the judging date', () => {
  const { text } = STORIES.find(({ name }) => name === 'key-is-gone-today-and-still-sold')!;

  it('decides whether a key still works', () => {
    expect(foundIn(text, '2026-12-31')).toEqual([]);
    expect(foundIn(text, '2027-01-01')).toEqual(['7:70 lifecycle/sunset']);
  });

  it('is not made up where none is given', () => {
    expect(checkMatrix(matrixOf(text))).toEqual([]);
  });
});
