/** Those who are asked at once come in; each waits until everybody before them is through a door, and goes through it. */

export interface Place {
  turn: Promise<void>;
  through(): void;
}

/** Who came first depends on who was asked first, and on nobody's speed. */
export class OneAfterAnother {
  #last: Promise<void> = Promise.resolve();

  /** Takes the place behind those who took one before. Whoever has a place calls `through` once, whatever becomes of them. */
  place(): Place {
    const turn = this.#last;
    let open = () => {};
    this.#last = new Promise((done) => {
      open = done;
    });
    return { turn, through: () => void turn.then(open) };
  }
}
