/** A stage, and what is done there, go in; the facet of the question comes out, and is read again. */

/** `same`: one more of what the limit counts. */
export type Act = 'same' | 'new' | 'change' | 'read';

const FACET = /^(?:(same|new|change|read), )?above for (.+)$/;

/** `above for 73 hours`, or `new, above for 73 hours`. */
export function overLimitFacet(after: string, act?: Act): string {
  return `${act ? `${act}, ` : ''}above for ${after}`;
}

/** Without an act, it is asked what is shown. */
export function readOverLimitFacet(facet = ''): { act?: Act; after: string } {
  const [, act, after = ''] = FACET.exec(facet) ?? [];
  return { ...(act && { act: act as Act }), after };
}
