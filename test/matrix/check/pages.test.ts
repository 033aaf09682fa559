import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MATRIX_RULES } from '../../../matrix/check/check.ts';
import { foundIn } from '../matrix-of.ts';

const FOLDER = new URL('../../../matrix/check/pages/', import.meta.url);
const PAGES = readdirSync(FOLDER);

describe('the pages about the rules', () => {
  it('are one for each rule, and no other', () => {
    expect(PAGES.toSorted()).toEqual(MATRIX_RULES.map(({ id }) => pageOf(id)).toSorted());
  });
});

describe.each(MATRIX_RULES.filter(({ id }) => PAGES.includes(pageOf(id))))('the page of $id', ({ id, level, from }) => {
  const [intro = '', ...sections] = readFileSync(new URL(pageOf(id), FOLDER), 'utf8').split(/^## /m);

  it('opens with its id, and says why, how grave, from which level and what to write', () => {
    const [heading, why, grave, write, ...more] = intro.trim().split('\n\n');
    expect(heading).toBe(`# \`${id}\``);
    expect(why).toMatch(/^Finds /);
    expect(grave).toBe(`${level === 'error' ? 'An error' : 'A warning'}, from level \`${from}\`.`);
    expect(write).toMatch(/\.$/);
    expect(more).toEqual([]);
  });

  it('holds a matrix that passes and one that does not', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(['Passes', 'Is found']);
  });

  it('passes what it says that passes', () => {
    expect(foundIn(yamlIn(sections[0]))).toEqual([]);
  });

  it('shows a matrix with which nothing is wrong but this', () => {
    const found = foundIn(yamlIn(sections[1])).map((one) => one.split(' ')[1]);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set([id]));
  });
});

function pageOf(id: string): string {
  return `${id.replace('/', '-')}.md`;
}

/** The one block of a section, to its end. */
function yamlIn(section = ''): string {
  const blocks = [...section.matchAll(/^```yaml\n([^`]*)^```$/gm)];
  if (blocks.length !== 1) throw new Error(`${blocks.length} blocks of YAML, and not one`);
  return blocks[0]![1]!;
}
