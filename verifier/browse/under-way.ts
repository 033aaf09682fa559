/** What becomes of a page's requests goes in; those whose answer the page may still be waiting for come out. */
import type { Browser, Request } from 'playwright-core';
import { heldKey, isOfWindow, keyOf, saysHeld, saysRights } from './lines.ts';

/** So long every request counts, whatever it is for. */
const LONG_MS = 2_000;
/** For what comes behind the head of an answer: a body that no script reads never comes to its end. */
const BODY_MS = 300;
/** Asked for at once, by two parts of a page, is not asked for again. */
const AGAIN_MS = 200;
/** Pages that gave up waiting for the same line. */
const OFTEN = 3;

/** Nothing on a page comes of what these bring, or it comes whenever something happens. */
const NEVER_AWAITED = new Set([
  'eventsource',
  'websocket',
  'ping',
  'cspviolationreport',
  'manifest',
  'media',
  'texttrack',
]);
/** Lines of all pages in one browser: how many pages they held up without an answer. */
const held = new WeakMap<Browser, Map<string, number>>();

interface Line {
  since: number;
  answered?: number;
  key: string;
  /** The page has had an answer from there, or asked before without one. */
  again: boolean;
}

export class UnderWay {
  readonly #lines = new Map<Request, Line>();
  /** What was answered on this page. */
  #had = new Set<string>();
  readonly #held: Map<string, number>;

  constructor(browser: Browser | null) {
    const known = (browser && held.get(browser)) ?? new Map<string, number>();
    if (browser) held.set(browser, known);
    this.#held = known;
  }

  begun(request: Request): void {
    if (request.isNavigationRequest() && isOfWindow(request)) this.#had.clear();
    const since = performance.now();
    const key = keyOf(request);
    const before = [...this.#lines.values()].filter((one) => one.key === key && since - one.since > AGAIN_MS);
    this.#lines.set(request, { since, key, again: this.#had.has(key) || before.length > 1 });
  }

  /** The head of an answer came. */
  answered(request: Request, status: number): void {
    const line = this.#lines.get(request);
    if (!line) return;
    line.answered = performance.now();
    this.#held.delete(heldKey(request));
    // What failed is asked for again to be answered.
    if (status < 400) this.#had.add(line.key).add(exactly(request));
  }

  ended(request: Request): void {
    this.#lines.delete(request);
  }

  clear(): void {
    this.#lines.clear();
    this.#had.clear();
  }

  /** None where all that the page asked for at its beginning is there. */
  awaited(): Request[] {
    const now = performance.now();
    return [...this.#lines]
      .filter(([request, line]) => this.#isAwaited(request, line, now))
      .map(([request]) => request);
  }

  #isAwaited(request: Request, { since, answered, again }: Line, now: number): boolean {
    if (NEVER_AWAITED.has(request.resourceType())) return false;
    if (answered !== undefined) return now - answered < BODY_MS;
    if (now - since < LONG_MS) return true;
    // A browser lets the same request wait behind an answer that no script reads.
    if (again || saysHeld(request) || this.#had.has(exactly(request))) return false;
    return (this.#held.get(heldKey(request)) ?? 0) < OFTEN;
  }

  /** Nobody waits for it any more. `forGood`: it was waited for long enough to know. */
  gaveUp(request: Request, forGood = false): void {
    if (saysRights(request)) return;
    const key = heldKey(request);
    this.#held.set(key, forGood ? OFTEN : (this.#held.get(key) ?? 0) + 1);
  }
}

function exactly(request: Request): string {
  return `= ${request.method()} ${request.url()} ${request.postData() ?? ''}`;
}
