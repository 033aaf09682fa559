/** A document's blocks and path go in; the words that must stand in it and do not come out. */
import type { Place } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Observation } from '../types.ts';
import { plainSigns } from './plain-signs.ts';
import { type Block, textsOf } from './text.ts';

export function readNotices(
  blocks: readonly Block[],
  at: Place,
  surface: string,
  vocabulary: Vocabulary,
): Observation[] {
  const path = at.kind === 'file' ? at.path : at.kind === 'page' ? at.url : at.path;
  const due = vocabulary.mustSay.filter(({ on }) => on.some((glob) => fits(path, glob)));
  if (!due.length) return [];
  const words = plain(
    blocks
      .filter(({ hidden }) => hidden !== 'unsure')
      .flatMap(textsOf)
      .map((text) => text.value)
      .join(' '),
  );
  return due
    .filter(({ phrase }) => !words.includes(plain(phrase)))
    .map(({ phrase }) => ({
      surface,
      about: {
        words: '',
        subject: { kind: 'words', key: phrase, facet: 'must_say' },
        certain: true,
        plans: { known: [] },
      },
      outcome: { kind: 'read', value: { kind: 'words', text: '' } },
      at: [at],
    }));
}

function plain(words: string): string {
  return plainSigns(words).replace(/\s+/g, ' ').replaceAll('’', "'").trim().toLowerCase();
}

/** `*` within a folder, `**` over folders; a path without either is that file or page. */
function fits(path: string, glob: string): boolean {
  const pattern = glob
    .split(/(\*\*\/?|\*)/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${pattern}$`).test(path);
}
