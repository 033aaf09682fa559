/** `reference/unknown`: a name that nothing declares, in every field that refers to something. */
import { didYouMean } from '../../did-you-mean.ts';
import { loopingVersions } from '../aliases.ts';
import { Declared, type Kind } from '../declared.ts';
import { placesOf, referencesOf } from '../references.ts';
import type { MatrixRule } from '../rule.ts';

export const referenceUnknown: MatrixRule = {
  id: 'reference/unknown',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) => {
    const declared = new Declared(raw);
    const looping = loopingVersions(raw);
    const told = new Map<string, { found: string; write: string }>();
    return referencesOf(raw).flatMap((references) => {
      const { to, names } = references;
      const known = declared.names(to);
      let at: ReturnType<typeof placesOf> | undefined;
      return names.flatMap((name, i) => {
        if (known.has(name) || (to === 'version' && looping.has(name))) return [];
        at ??= placesOf(source, references);
        const id = `${to}:${name}`;
        const said = told.get(id) ?? tell(declared, to, name, told.size < MOST_GUESSED);
        told.set(id, said);
        return [{ at: at(i), ...said }];
      });
    });
  },
};

/** Where so many names are unknown, no letter is wrong but a declaration is missing; each guess compares all declared names. */
const MOST_GUESSED = 100;

/** Only old contracts must build on bundles alone. */
const SOLD = 'a bundle, or what its holders were sold, key by key: a plan may change, and an old contract does not.';

/** What is said of a name is the same wherever it stands. */
function tell(declared: Declared, kind: Kind, name: string, guess: boolean): { found: string; write: string } {
  const current = declared.currentName(kind, name);
  const found = `There is no ${kind} \`${name}\``;
  if (current !== undefined) return { found: `${found}: \`${current}\` was called that.`, write: `\`${current}\`.` };
  const other = declared.otherKind(kind, name);
  if (kind === 'bundle' && other === 'plan') return { found: `${found}: it is a plan.`, write: SOLD };
  const known = declared.names(kind);
  const near = guess ? didYouMean(name, known) : undefined;
  const write = near
    ? `\`${near}\`, or declare \`${name}\`.`
    : known.size
      ? `one of ${list([...known])}; or declare \`${name}\`.`
      : `declare \`${name}\` first.`;
  return { found: other ? `${found}: it is a ${other}.` : `${found}.`, write };
}

function list(names: string[]): string {
  const shown = names.slice(0, 8).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return more ? `${shown.join(', ')} or ${more} ${more === 1 ? 'other' : 'others'}` : shown.join(', ');
}
