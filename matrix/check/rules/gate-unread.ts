/** `gate/unread`: the matrix takes gates from a document that was not read with it. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const gateUnread: MatrixRule = {
  id: 'gate/unread',
  level: 'error',
  from: 'copy',
  find: ({ matrix, source }) => {
    if (matrix.gates_from === undefined) return [];
    const found = `The gates of \`${matrix.gates_from}\` were not read, so nobody knows what is gated.`;
    return [
      { at: placeOf(source, ['gates_from']), found, write: 'the document beside the matrix, or its gates here.' },
    ];
  },
};
