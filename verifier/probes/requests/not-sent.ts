/** Why a request was not sent enters; an error that says so, which no answer of the product can be taken for, leaves. */
export class NotSent extends Error {
  override name = 'NotSent';
}
