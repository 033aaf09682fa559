/** A request that got no whole answer: one reason, in words that follow the name of what was asked. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}
