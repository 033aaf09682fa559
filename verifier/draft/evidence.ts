/** What speaks for a name being a plan's: where it stands, how, and with which others. */
import type { Place } from '../../matrix/types.ts';
import type { Text } from '../claims/text.ts';
import { planName } from './plan-name.ts';

export interface Evidence {
  name: string;
  at: Place;
  /** `listed`: a price list, a comparison or a list of plans. `told`: a sentence calls it a plan. */
  how: 'listed' | 'told';
  /** Names of one table or list bear one number, in reading order. */
  group: number;
}

/** Collects evidence in reading order. */
export class Evidences {
  readonly all: Evidence[] = [];
  #group = 0;

  /** Several names that stand together. Those that cannot be names are left out; gives how many there were. */
  listed(texts: readonly Text[]): number {
    this.#group += 1;
    return texts.filter((text) => this.#add(text, 'listed')).length;
  }

  told(text: Text): void {
    this.#group += 1;
    this.#add(text, 'told');
  }

  #add(text: Text, how: Evidence['how']): boolean {
    const name = planName(text.value);
    if (!name) return false;
    const from = Math.max(0, text.value.indexOf(name));
    this.all.push({ name, at: text.place(from, from + name.length), how, group: this.#group });
    return true;
  }
}
