/** `token/accepted`: a request passes with a token that is none. */
import type { Rule } from './rule.ts';

export const tokenAccepted: Rule = {
  id: 'token/accepted',
  level: 'error',
  takes: ({ kind, about }) =>
    kind === 'enforced' && about.subject.kind === 'gate' && (about.subject.facet ?? '').endsWith('_token'),
  direction: () => 'unenforced',
  says: ({ about }) => `${about.subject.key} answers with ${wordsOf(about.subject.facet ?? '')}.`,
  fix: () => 'Verify signature, algorithm, end and revocation before anything else, and answer 401.',
};

const WORDS: Readonly<Record<string, string>> = {
  no_token: 'no token at all',
  altered_token: 'a token of which one character was altered',
  cut_token: 'a token that was cut',
  unsigned_token: 'a token that says it needs no signature (alg none)',
  revoked_token: 'a token whose session was ended',
  expired_token: 'a token whose time is over',
};

function wordsOf(facet: string): string {
  return WORDS[facet] ?? facet.replaceAll('_', ' ');
}
