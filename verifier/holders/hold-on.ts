/** A holder goes in; somebody becomes them and stays so until it is ended. */
import { type AsHolder, asHolder } from './as-holder.ts';
import type { Start } from './start.ts';

export interface Held {
  start?: Start;
  /** Why nobody could become the holder. */
  reason?: string;
  /** Undoes what was done for it. Gives why that was not possible, or nothing. */
  end(): Promise<string | undefined>;
}

export function holdOn(asked: Omit<AsHolder<void>, 'work'>): Promise<Held> {
  return new Promise((resolve) => {
    let release = () => {};
    const done = asHolder<void>({
      ...asked,
      work: (start) =>
        new Promise((over) => {
          release = over;
          resolve({
            start,
            end: () => {
              release();
              return done.then(({ left }) => left);
            },
          });
        }),
    });
    // Where nobody became anybody, `work` was never called.
    void done.then(({ reason = '', left }) => resolve({ reason, end: async () => left }));
  });
}
