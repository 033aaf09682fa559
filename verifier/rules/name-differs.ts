/** `name/differs`: copy gives a key another name than the matrix. */
import type { Matrix } from '../../matrix/types.ts';
import type { Rule } from './rule.ts';

export const nameDiffers: Rule = {
  id: 'name/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && about.subject.kind === 'words' && about.subject.facet === 'name',
  direction: () => 'contradiction',
  says: ({ about: { subject } }, { matrix, seen }) =>
    `\`${subject.key}\` is called “${nameOf(matrix, subject.key)}” in the matrix, and ${seen} here.`,
  fix: ({ about: { subject }, document }, { matrix }) =>
    `Write “${nameOf(matrix, subject.key)}” in ${document}; or add the other name to its \`also\` in the matrix.`,
};

function nameOf(matrix: Matrix, key: string): string {
  return (matrix.capabilities[key] ?? matrix.limits[key])?.name ?? key;
}
