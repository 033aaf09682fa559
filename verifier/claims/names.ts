/** The vocabulary goes in; a finder of the longest name at a token comes out. */
import type { Name, Named, Vocabulary } from '../../matrix/vocabulary.ts';
import { plainSigns } from './plain-signs.ts';
import { type Token, tokensOf } from './tokens.ts';

interface Phrase {
  tokens: Token[];
  named: Named;
}

export interface Found {
  named: Named;
  /** Tokens that it takes. */
  length: number;
  /** The name is a plural, and one of it stands here: "funnel" of "Funnels". */
  one?: true;
}

export interface NameFinder {
  (tokens: readonly Token[], at: number): Found | undefined;
  /** Whether any name begins with a token that is folded so. */
  begins(folded: string): boolean;
  /** The words of each name, folded; of those that are wanted. */
  names(wanted?: (named: Named) => boolean): readonly (readonly string[])[];
}

/** `line`: the product line that is spoken of, whose plans may be called by the short. Cost grows with the names that share a first word, not with the vocabulary. */
export function nameFinder(
  { names, short = [] }: Pick<Vocabulary, 'names'> & Partial<Vocabulary>,
  line?: string,
): NameFinder {
  const byFirst = new Map<string, Phrase[]>();
  const own = short.flatMap(({ words, line: of, versions }): Name[] =>
    of === line ? [{ words, named: { kind: 'plan', versions } }] : [],
  );
  for (const name of [...own, ...names]) {
    const tokens = tokensOf(plainSigns(name.words));
    const first = tokens[0]?.folded;
    if (!first) continue;
    const phrase = { tokens, named: name.named };
    const alike = byFirst.get(first);
    if (alike) alike.push(phrase);
    else byFirst.set(first, [phrase]);
  }
  for (const phrases of byFirst.values()) phrases.sort(longestThenPlan);
  const beginning = (folded: string) => byFirst.get(folded) ?? byFirst.get(folded.replace(/\+$/, ''));
  const find = (tokens: readonly Token[], at: number): Found | undefined => {
    const token = tokens[at];
    const phrases = token && beginning(token.folded);
    const phrase = phrases?.find((one) => fits(one, tokens, at));
    if (!phrase) return undefined;
    const { tokens: own, named } = phrase;
    const one = /[^s]s$/i.test(own.at(-1)!.raw) && !/s$/i.test(tokens[at + own.length - 1]!.raw);
    return { named, length: own.length, ...(one && { one }) };
  };
  return Object.assign(find, {
    begins: (folded: string) => beginning(folded) !== undefined,
    names: (wanted: (named: Named) => boolean = () => true) =>
      [...byFirst.values()]
        .flat()
        .filter(({ named }) => wanted(named))
        .map(({ tokens }) => tokens.map(({ folded }) => folded)),
  });
}

function longestThenPlan(a: Phrase, b: Phrase): number {
  return b.tokens.length - a.tokens.length || Number(b.named.kind === 'plan') - Number(a.named.kind === 'plan');
}

/** A plan's name is often a common word, so its capital counts; everything else is found in any case. */
function fits(phrase: Phrase, tokens: readonly Token[], at: number): boolean {
  const capital = phrase.named.kind === 'plan' && /^\p{Lu}/u.test(phrase.tokens[0]!.raw);
  if (capital && !/^\p{Lu}/u.test(tokens[at]!.raw)) return false;
  return phrase.tokens.every((token, i) => {
    const folded = tokens[at + i]?.folded;
    return folded === token.folded || (phrase.named.kind === 'plan' && folded === `${token.folded}+`);
  });
}
