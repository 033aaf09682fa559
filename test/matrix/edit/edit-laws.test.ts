/** Matrices written in many ways and edits in any order go in; what holds for each of them is asserted. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CST, Lexer } from 'yaml';
import { editMatrix } from '../../../matrix/edit/edit-matrix.ts';
import type { MatrixEdit } from '../../../matrix/edit/matrix-edit.ts';
import { concernedLines } from './concerned-lines.ts';
import { drawnContents } from './drawn-contents.ts';
import { drawnEdit } from './drawn-edit.ts';
import { drawnText } from './drawn-text.ts';
import { draws } from './draws.ts';
import { afterEdit } from './edit-model.ts';
import { type Spoken, spoken } from './spoken.ts';

const RUNS = 80;
const EDITS = 4;

it('an edit says what it should, touches only what it concerns, keeps every comment, and is made once', () => {
  fc.assert(
    fc.property(draws, (drawn) => {
      let says = drawnContents(drawn);
      let text = drawnText(drawn, says);
      expect(spoken(text), text).toEqual(says);
      for (let count = 0; count < EDITS; count++) {
        const edit = drawnEdit(drawn, says);
        const expected = afterEdit(says, edit);
        const edited = editMatrix(text, edit);
        const told = `${JSON.stringify(edit)}\n${text}\n-----\n${edited.text ?? JSON.stringify(edited.problems)}`;
        if (expected === 'refused') {
          expect(
            edited.problems.map(({ rule }) => rule),
            told,
          ).toEqual(['matrix/uneditable']);
          continue;
        }
        expect(edited.problems, told).toEqual([]);
        lawsHold(text, edited.text!, edit, expected, told);
        [text, says] = [edited.text!, expected];
      }
    }),
    { numRuns: RUNS },
  );
});

/**
 * 1. What the new text says is what the old one said with the edit made in it, entries in order.
 * 2. The lines of the old text that the edit does not concern (`concernedLines`) are lines of the new one, each the same
 *    bytes and in the same order; at most one blank line came with a new entry, and none went.
 * 3. The comments are the same, in the same order.
 * 4. The byte order mark, the kind of every line break, and whether the last line has one, are the same.
 * 5. The same edit made again changes no byte.
 */
function lawsHold(before: string, after: string, edit: MatrixEdit, expected: Spoken, told: string): void {
  const now = spoken(after);
  expect(now, told).toEqual(expected);
  expect(entryOrder(now), told).toEqual(entryOrder(expected));
  expect(untouched(before, edit).reduce(missingFrom(after), []), told).toEqual([]);
  expect(comments(after), told).toEqual(comments(before));
  expect(form(after), told).toEqual(form(before));
  const added = blankLines(after) - blankLines(before);
  expect(added >= 0 && added <= 1, `${added} blank lines more\n${told}`).toBe(true);
  expect(editMatrix(after, edit), told).toEqual({ text: after, problems: [] });
}

/** Lines that the edit does not concern, as bytes. */
function untouched(text: string, edit: MatrixEdit): string[] {
  const concerned = concernedLines(text, edit);
  return text.split('\n').filter((_line, index) => !concerned.has(index));
}

/** Looks for each line after the one before it, so that what is left over is missing or out of order. */
function missingFrom(after: string): (missing: string[], line: string) => string[] {
  const lines = after.split('\n').map(withoutReturn);
  let next = 0;
  return (missing, line) => {
    const found = lines.indexOf(withoutReturn(line), next);
    if (found < 0) return [...missing, line];
    next = found + 1;
    return missing;
  };
}

/** The last line of a file has no line break; `form` compares those of all lines. */
function withoutReturn(line: string): string {
  return line.replace(/\r$/, '');
}

function form(text: string): object {
  return {
    mark: text.startsWith('\uFEFF'),
    returns: text
      .split('\n')
      .slice(0, -1)
      .every((line) => line.endsWith('\r')),
    feeds: !text.includes('\r'),
    ends: text.endsWith('\n'),
  };
}

function comments(text: string): string[] {
  return [...new Lexer().lex(text)].filter((lexeme) => CST.tokenType(lexeme) === 'comment');
}

function blankLines(text: string): number {
  return text
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.trim() === '').length;
}

/** Order counts between the entries of a section; a new section stands where a person would look for it. */
function entryOrder(says: Spoken): object {
  return Object.fromEntries(Object.entries(says).map(([section, entries]) => [section, Object.keys(entries ?? {})]));
}
