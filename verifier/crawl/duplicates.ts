/** Pages with what they say go in; of those that say the same, the one that speaks for all comes out. */
import { hash } from 'node:crypto';
import { type Block, textsOf } from '../claims/text.ts';

export interface Standing {
  address: string;
  /** Named in the configuration: what it says has to be found on it, whoever says the same. */
  named: boolean;
  /** It calls itself by its own address. */
  canonical: boolean;
}

export class Duplicates<T> {
  readonly #first = new Map<string, { standing: Standing; found: T }>();
  readonly #named: { standing: Standing; found: T }[] = [];
  readonly #others: string[] = [];

  /** `digest` is the same for pages that say the same. */
  add(digest: string, standing: Standing, found: T): void {
    if (standing.named) {
      this.#named.push({ standing, found });
      return;
    }
    const first = this.#first.get(digest);
    if (!first) this.#first.set(digest, { standing, found });
    else if (before(standing, first.standing)) {
      this.#others.push(first.standing.address);
      this.#first.set(digest, { standing, found });
    } else this.#others.push(standing.address);
  }

  /** In the order of their addresses. */
  get firsts(): { address: string; found: T }[] {
    return [...this.#named, ...this.#first.values()]
      .map(({ standing, found }) => ({ address: standing.address, found }))
      .sort((a, b) => (a.address < b.address ? -1 : 1));
  }

  get others(): readonly string[] {
    return this.#others.toSorted();
  }
}

function before(a: Standing, b: Standing): boolean {
  return a.canonical === b.canonical ? a.address < b.address : a.canonical;
}

/** The same for pages that say the same words in the same order and structure. */
export function digestOf(blocks: readonly Block[]): string {
  const words = blocks.map((block) => [block.kind, ...textsOf(block).map((text) => text.value)].join('\0'));
  return hash('sha1', words.join('\n'), 'base64');
}
