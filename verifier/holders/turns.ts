/** One after another asks for its turn; each gets it once the one before has ended. */

export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Gives what ends the turn. */
  async take(): Promise<() => void> {
    let end: () => void = () => {};
    const before = this.#last;
    this.#last = new Promise((done) => {
      end = done;
    });
    await before;
    return end;
  }
}
