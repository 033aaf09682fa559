/** What `--format` says: which format goes where, and what cannot be meant. */
import { describe, expect, it } from 'vitest';
import { wantedFormats } from '../../../scripts/formats/wanted-formats.ts';

describe('wantedFormats', () => {
  it.each([
    [[], false, ['terminal']],
    [[], true, ['json']],
    [['json'], true, ['json']],
    [['sarif=a.sarif', 'junit=b=c.xml'], false, ['terminal', 'sarif a.sarif', 'junit b=c.xml']],
    [['github', 'sarif=a.sarif'], false, ['github', 'sarif a.sarif']],
    [['summary'], false, ['terminal', 'summary']],
    [['github', 'summary'], false, ['github', 'summary']],
    [['terminal', 'json=a.json'], false, ['terminal', 'json a.json']],
  ])('%j, --json %s', (words, json, wanted) => {
    expect(wantedFormats(words, json).map(({ name, file }) => (file ? `${name} ${file}` : name))).toEqual(wanted);
  });

  it.each([
    [['pdf'], 'write one of terminal, json, html, sarif, junit, github, summary'],
    [['toString'], 'There is no format `toString`'],
    [['sarif='], 'names no file'],
    [['json', 'sarif'], 'would both go to stdout'],
    [['json', 'terminal'], 'would both go to stdout'],
    [['json=a', 'sarif=a'], 'Two formats go to a'],
  ])('%j is refused', (words, says) => {
    expect(() => wantedFormats(words, false)).toThrow(says);
  });
});
