/** What was done to become somebody goes in with how to undo it; it is undone once, at its end or when all ends early. */

/** Gives why it could not be undone, or nothing. */
export type Undo = () => Promise<string | undefined>;

export class Undoing {
  #open = new Set<Undo>();
  /** All ends: nobody becomes anybody any more. */
  closed = false;

  /** Gives how to undo it now; asked twice, it is still done once. */
  add(undo: Undo): Undo {
    let done: Promise<string | undefined> | undefined;
    const once: Undo = () => {
      done ??= undo().finally(() => this.#open.delete(once));
      return done;
    };
    this.#open.add(once);
    return once;
  }

  /** Gives the reasons of what could not be undone. */
  async all(): Promise<string[]> {
    this.closed = true;
    const reasons = await Promise.all([...this.#open].map((undo) => undo()));
    return reasons.filter((one) => one !== undefined);
  }
}
