/** Keys of another format go in, one after the other; a key of ours for each, no two alike, comes out. */
import { keyOf } from './words-of.ts';

/** One space of names, such as that of plans. */
export class KeySpace {
  readonly #keys = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** `id` finds it again; `words` is what the key is made from. */
  add(id: string, words: string = id): string {
    const plain = keyOf(words);
    let key = plain;
    for (let n = 2; this.#taken.has(key); n++) key = `${plain}_${n}`;
    this.#taken.add(key);
    this.#keys.set(id, key);
    return key;
  }

  of(id: string): string | undefined {
    return this.#keys.get(id);
  }
}

/** Whether a reader finds the source's word in the key by its style alone. */
export function isPlain(key: string, original: string): boolean {
  const camel = key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return [key, camel, key.toUpperCase()].includes(original);
}
