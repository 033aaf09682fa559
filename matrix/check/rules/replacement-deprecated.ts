/** `replacement/deprecated`: a key whose replacement is on its way out itself. */
import { placeOf } from '../../read/source.ts';
import { type Outgoing, outgoingKeys } from '../lifecycles.ts';
import type { MatrixRule } from '../rule.ts';

export const replacementDeprecated: MatrixRule = {
  id: 'replacement/deprecated',
  level: 'error',
  from: 'lifecycle',
  find: ({ raw, source }) => {
    const outgoing = new Map(outgoingKeys(raw).map((one) => [one.key, one]));
    return [...outgoing.values()].flatMap(({ key, path, lifecycle: { replacement_key } }) => {
      const replacement = replacement_key && outgoing.get(replacement_key);
      if (!replacement) return [];
      const stays = lastOf(outgoing, replacement);
      return [
        {
          at: placeOf(source, [...path, 'replacement_key']),
          found:
            replacement_key === key
              ? `\`${key}\` is to take its own place.`
              : `\`${replacement_key}\` takes the place of \`${key}\`, and is on its way out itself.`,
          write: stays ? `\`${stays}\`, which takes the place of both.` : 'a key that stays.',
          related: [
            { at: placeOf(source, replacement.path, 'key'), words: `\`${replacement_key}\` is on its way out here.` },
          ],
        },
      ];
    });
  },
};

/** Where the chain of replacements ends; nothing when it ends nowhere, or in a circle. */
function lastOf(outgoing: ReadonlyMap<string, Outgoing>, from: Outgoing): string | undefined {
  const seen = new Set<Outgoing>();
  let next: Outgoing | undefined = from;
  let key: string | undefined;
  for (; next && !seen.has(next); next = key === undefined ? undefined : outgoing.get(key)) {
    seen.add(next);
    key = next.lifecycle.replacement_key;
  }
  return next ? undefined : key;
}
