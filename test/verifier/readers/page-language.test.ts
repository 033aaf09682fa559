/** Pages that say which language they are in: known ones are read in it, others are not looked at. */
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { readDocument } from '../../../verifier/probes/read-document.ts';
import { readSitePage } from '../../../verifier/probes/read-site-page.ts';
import { readHtml } from '../../../verifier/readers/html.ts';
import type { Observation } from '../../../verifier/types.ts';
import { MATRICES } from '../claims/claims-of.ts';

const WORDS = vocabulary(MATRICES.pulse);
const GERMAN = '<p>Relay kostet 4,99 $ pro Monat.</p>';
const ENGLISH = '<p>Relay costs $4.99 a month.</p>';

async function onSite(html: string, words = WORDS): Promise<string[]> {
  const sent = { address: '/preise/', type: 'text/html', link: '', bytes: Buffer.from(html) };
  const seen = await readSitePage(sent, { surface: 'site', vocabulary: words });
  return 'found' in seen ? told(seen.found) : ['no page'];
}

async function inDocs(html: string): Promise<string[]> {
  return told(await readDocument(html, 'preise.html', 'docs', WORDS));
}

function told(found: readonly Observation[]): string[] {
  return found.map(({ about, outcome }) => (outcome.kind === 'unread' ? outcome.reason : about.subject.kind));
}

describe('the language of a page', () => {
  it('is that of its main part, or of the nearest element around it that says one', () => {
    const language = (html: string) => readHtml(html, '/').language;
    expect([
      language('<html lang="de"><main><p>x</p></main>'),
      language('<html lang="de"><body><div lang="fr"><main>x</main></div>'),
      language('<html lang="de"><main lang="en-GB">x</main><main lang="it">y</main>'),
      language('<html><main>x</main>'),
      language('<p lang="fr">x</p>'),
    ]).toEqual(['de', 'fr', 'en-GB', undefined, undefined]);
  });

  it.each([
    ['a page in German, on an English site', `<html lang="de-AT"><main>${GERMAN}</main>`, ['price']],
    ['one that is not translated yet', `<html lang="de"><main lang="en">${ENGLISH}</main>`, ['price']],
    ['one in a dialect of the site', `<html lang="en-US"><main>${ENGLISH}</main>`, ['price']],
    ['one that says nothing', `<html><main>${ENGLISH}</main>`, ['price']],
    ['one that says what is no language', `<html lang=""><main>${ENGLISH}</main>`, ['price']],
    ['one that says it badly', `<html lang="english"><main>${ENGLISH}</main>`, ['price']],
    ['one in a language of which no words are known', `<html lang="fr"><main>${ENGLISH}</main>`, [inFrench()]],
  ])('is what %s is read in', async (_, html, expected) => {
    expect(await onSite(html)).toEqual(expected);
    expect(await inDocs(html)).toEqual(expected);
  });

  it('is that of the surface where the page says the same', async () => {
    expect(await onSite(`<html lang="de"><main>${GERMAN}</main>`, { ...WORDS, locale: 'de' })).toEqual(['price']);
    expect(await onSite(`<html lang="en"><main>${ENGLISH}</main>`, { ...WORDS, locale: 'de' })).toEqual(['price']);
  });
});

function inFrench(): string {
  return 'is in `fr`, and no words of that language are known here';
}
