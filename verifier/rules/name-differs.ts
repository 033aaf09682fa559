/** `name/differs`: copy gives a key another name than the matrix. */
import { copyFix, type Rule } from './rule.ts';

export const nameDiffers: Rule = {
  id: 'name/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && about.subject.kind === 'words' && about.subject.facet === 'name',
  direction: () => 'contradiction',
  says: ({ about }, { promised, seen }) => `\`${about.subject.key}\` is called ${promised} in the matrix, and ${seen} here.`,
  fix: copyFix,
};
