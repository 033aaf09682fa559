/** Tenants of customers enter; whose turn it is to count in each, and what somebody used up there for good, leave. */
import { Turns } from '../holders/turns.ts';

/** No product calls one so. */
const UNKNOWN = '\u0000';

/** Two customers of one tenant see the same things, so what one of them makes would be counted for the other. */
export class Tenants {
  readonly #turns = new Map<string, Turns>();
  readonly #spent = new Map<string, string>();

  /** Gives what ends the turn. All whose tenant is not known could be of one. */
  take(tenant = UNKNOWN): Promise<() => void> {
    const turns = this.#turns.get(tenant) ?? new Turns();
    this.#turns.set(tenant, turns);
    return turns.take();
  }

  /** Notes that `who` uses up a limit that nobody can give back. Gives whoever did so before. */
  spend(tenant: string | undefined, key: string, who: string): string | undefined {
    if (tenant === undefined) return undefined;
    const id = JSON.stringify([tenant, key]);
    const before = this.#spent.get(id);
    if (before === undefined) this.#spent.set(id, who);
    return before === who ? undefined : before;
  }
}
