/** For the rules about owned words: files that pass, and files that only one rule finds fault with. */
import { story, words } from './offer-story.ts';
import type { Story } from './stories.ts';

export const WORDS: readonly Story[] = [
  story(
    'words/broken',
    'phrase-is-part-of-a-longer-word-or-read-by-nobody',
    words(
      'never_say: [{ phrase: Sing, say: Chant }, { phrase: port, say: harbour }, { phrase: sail, say: voyage }]',
    ).replace(
      'plans:',
      'past_versions: { old: { of: solo, name: Sail, until: never, has: [], limits: {}, digest: sha256-00 } }\nplans:\n  sail: { name: Sail, version: sail_v1, sale: retired }',
    ),
  ),
  story(
    'words/broken',
    'names-and-other-texts-say-a-phrase',
    words(
      'never_say: [{ phrase: audit log, say: journal }, { phrase: SOLO, say: Single }, { phrase: api, say: interface }]',
    )
      .replace('has: []', 'summary: For a solo sailor., has: []')
      .replace(
        'words:',
        'addons: { more: { name: { en: More, de: "Mehr (API)" }, details: { help: Solo only } } }\nwords:',
      ),
    '5:18',
    '11:26',
    '13:17',
    '13:50',
    '15:41',
    '15:74',
  ),

  story(
    'words/contradict',
    'owned-words-agree',
    words(
      'never_say: [{ phrase: boats, say: ferries }, { phrase: Boats, say: Ferries }, { phrase: ship, say: ferry }]',
      'must_say: [{ phrase: Shipping is free., on: [/pricing] }]',
      'retired_names: [{ name: Gold, say: Crew }]',
    ),
  ),
  story(
    'words/contradict',
    'replacement-says-what-is-forbidden',
    words('never_say: [{ phrase: boats, say: ferry boats }]', 'retired_names: [{ name: Gold, say: Boats }]'),
    '16:37',
    '17:38',
  ),
  story(
    'words/contradict',
    'phrase-has-two-replacements',
    words('never_say: [{ phrase: boats, say: ferries }, { phrase: Boats, say: ships }]'),
    '16:58',
  ),
  story(
    'words/contradict',
    'notice-says-what-is-forbidden',
    words('never_say: [{ phrase: boats, say: ferries }]', 'must_say: [{ phrase: All boats leave., on: [/pricing] }]'),
    '17:24',
  ),
  story(
    'words/contradict',
    'retired-name-stands-for-a-retired-name',
    words('retired_names: [{ name: Gold, say: Silver }, { name: silver }]'),
    '16:38',
  ),
];
