/** A browser's session goes in; a page of it that can neither hang nor ask anything, and that remembers what it requested, comes out. */
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page, Request } from 'playwright-core';
import type { CircuitBreaker } from '../http/circuit-breaker.ts';
import { Unanswered } from '../http/unanswered.ts';
import { isOfWindow } from './lines.ts';
import { Navigations } from './navigations.ts';
import { UnderWay } from './under-way.ts';

/** A request that a page made by itself: no navigation of its own. */
export interface PageRequest {
  method: string;
  url: string;
  /** Path of the page that made it. */
  page: string;
  signedIn: boolean;
}

const STEP_MS = 10_000;
/** For one question as a whole, whatever the page does. */
const QUESTION_MS = 20_000;
/** A navigation may fail a moment before the browser tells that the page crashed. */
const CRASH_TOLD_MS = 50;
const REST_MS = 50;
/** Without any of these a page stays as it came. */
export const CHANGES = `document.querySelector('script, iframe, object, meta[http-equiv=refresh i]')`;
const MOST_REQUESTS = 2_000;
/** Blocked where nobody looks at pictures: they change no role and no name. */
const DECORATION = [
  '*.png',
  '*.jpg',
  '*.jpeg',
  '*.gif',
  '*.webp',
  '*.avif',
  '*.woff',
  '*.woff2',
  '*.ttf',
  '*.mp4',
  '*.webm',
];

export interface OpenOptions {
  /** Pictures and fonts are not loaded. */
  plain?: boolean;
  /** For one question as a whole. */
  questionMs?: number;
  /** The one page that is seen before anybody has signed in. */
  signInPage?: string;
  /** For one page, and for each step on it. */
  stepMs?: number;
  /** Of the host, shared by all its sessions. */
  breaker?: CircuitBreaker;
}

export class OpenPage {
  readonly requests: PageRequest[] = [];
  /** Paths that were asked for. */
  readonly opened: { path: string; signedIn: boolean }[] = [];
  #page!: Page;
  #cdp!: CDPSession;
  #asked = '/';
  #dialog: string | undefined;
  #popups = 0;
  #crashed = false;
  #renewing = false;
  /** Closed, which takes a moment: what they still do is no part of the page after them. */
  readonly #left = new WeakSet<Page>();
  readonly #underWay: UnderWay;
  readonly #navigations: Navigations;
  readonly #questionMs: number;
  #over = Number.POSITIVE_INFINITY;

  private constructor(
    private readonly context: BrowserContext,
    private readonly options: OpenOptions,
  ) {
    const { breaker, questionMs, stepMs = STEP_MS } = options;
    this.#navigations = new Navigations(breaker);
    this.#underWay = new UnderWay(context.browser());
    this.#questionMs = questionMs ?? Math.max(QUESTION_MS, 2 * stepMs);
  }

  static async open(context: BrowserContext, options: OpenOptions = {}): Promise<OpenPage> {
    const opened = new OpenPage(context, options);
    context.setDefaultTimeout(options.stepMs ?? STEP_MS);
    context.on('request', (request) => opened.#note(request));
    const forget = (request: Request) => opened.#underWay.ended(request);
    context.on('requestfinished', forget).on('requestfailed', forget);
    context.on('requestfailed', (request) => opened.#navigations.failed(request));
    context.on('response', (response) => {
      opened.#underWay.answered(response.request(), response.status());
      opened.#navigations.answered(response.request(), response.status());
    });
    context.on('page', (page) => {
      if (opened.#renewing) return;
      opened.#popups += 1;
      void page.close().catch(() => {});
    });
    await opened.#renew();
    return opened;
  }

  get page(): Page {
    return this.#page;
  }

  get cdp(): CDPSession {
    return this.#cdp;
  }

  /** Opened another window by itself, which was closed. */
  get hadPopups(): boolean {
    return this.#popups > 0;
  }

  /** The status of what came, once there is a document. Rejects with the reason, in words; at once where the host is given up. */
  async goto(path: string): Promise<number> {
    const givenUp = this.options.breaker?.reason;
    if (givenUp !== undefined) throw new Unanswered(givenUp);
    this.#asked = new URL(path, 'http://page').pathname;
    this.#dialog = undefined;
    this.#popups = 0;
    this.opened.push({ path: this.#asked, signedIn: this.#asked !== this.options.signInPage });
    const response = await this.#page.goto(path, { waitUntil: 'domcontentloaded' });
    return response?.status() ?? 0;
  }

  /** Bounds what has no bound of its own. After a crash, an endless script or a question to the visitor, the page is a new one. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    const over = new AbortController();
    this.#over = performance.now() + this.#questionMs;
    const late = wait(this.#questionMs, undefined, { signal: over.signal, ref: false }).then(() => {
      throw new Error(
        this.#dialog === undefined ? `did not come to rest within ${this.#questionMs / 1000} s` : this.#asks(),
      );
    });
    try {
      const done = await Promise.race([work(), late]);
      if (this.#dialog !== undefined) throw new Error(this.#asks());
      return done;
    } catch (error) {
      if (!this.#crashed) await wait(CRASH_TOLD_MS);
      if (this.#crashed) throw new Error('the page crashed');
      if (this.#dialog !== undefined) throw new Error(this.#asks());
      // Until it is stopped, a page that does not come keeps the one before it from answering.
      if (this.#navigations.givenUp()) void this.#cdp.send('Page.stopLoading').catch(() => {});
      throw error;
    } finally {
      over.abort();
      late.catch(() => {});
      await this.#mend();
    }
  }

  /** When the question that is asked has to be answered, by `performance.now()`. */
  get over(): number {
    return this.#over;
  }

  get underWay(): UnderWay {
    return this.#underWay;
  }

  /** Nothing that the page's beginning asked for is still to come. */
  isQuiet(): boolean {
    return this.#underWay.awaited().length === 0;
  }

  /** Waits until a page that can change asks for nothing more, for so long at most. */
  async rest(waitMs: number): Promise<void> {
    if ((await this.#page.evaluate(CHANGES)) === null) return;
    const until = performance.now() + waitMs;
    // What has just come may lead a script to ask for more.
    for (let quiet = 0; quiet < 2 && performance.now() < until; quiet = this.isQuiet() ? quiet + 1 : 0)
      await wait(REST_MS);
    for (const line of this.#underWay.awaited()) this.#underWay.gaveUp(line);
  }

  #asks(): string {
    return `opens a dialog that waits for an answer: “${(this.#dialog ?? '').slice(0, 80)}”`;
  }

  #note(request: Request): void {
    const page = pageOf(request);
    if (page !== undefined && this.#left.has(page)) return;
    this.#underWay.begun(request);
    // A navigation of a whole window is what somebody asked for; that of a frame is part of its page.
    if (!isOfWindow(request)) this.#keep(request.method(), request.url());
    else if (page === this.#page) this.#navigations.begun(request);
  }

  #keep(method: string, url: string): void {
    if (this.requests.length >= MOST_REQUESTS) return;
    const page = this.#at();
    this.requests.push({ method, url, page, signedIn: page !== this.options.signInPage });
  }

  #at(): string {
    const { protocol, pathname } = new URL(this.#page.url());
    return protocol.startsWith('http') ? pathname : this.#asked;
  }

  async #mend(): Promise<void> {
    const stuck = this.#crashed || this.#dialog !== undefined || !(await this.#answers());
    if (!stuck) return;
    this.#left.add(this.#page);
    void this.#page.close().catch(() => {});
    this.#crashed = false;
    this.#dialog = undefined;
    await this.#renew().catch(() => {});
  }

  /** A page with an endless script answers nothing. */
  async #answers(): Promise<boolean> {
    if (this.#page.isClosed()) return false;
    const asked = this.#page.evaluate('1').then(
      () => true,
      () => !this.#page.isClosed(),
    );
    const over = new AbortController();
    const late = wait(1_000, false, { signal: over.signal, ref: false }).catch(() => false);
    const answers = await Promise.race([asked, late]);
    over.abort();
    return answers;
  }

  async #renew(): Promise<void> {
    this.#renewing = true;
    const page = await this.context.newPage().finally(() => {
      this.#renewing = false;
    });
    this.#page = page;
    this.#underWay.clear();
    const isLeft = () => this.#left.has(page);
    page.on('domcontentloaded', () => isLeft() || this.#navigations.loaded());
    page.on('crash', () => {
      this.#crashed ||= !isLeft();
    });
    page.on('dialog', (dialog) => {
      // Leaving is what was asked for; anything else waits for a person.
      if (dialog.type() === 'beforeunload') return void dialog.accept().catch(() => {});
      if (!isLeft()) this.#dialog ??= dialog.message();
      void dialog.dismiss().catch(() => {});
    });
    page.on('websocket', (socket) => this.#keep('GET', socket.url()));
    this.#cdp = await this.context.newCDPSession(page);
    if (this.options.plain === false) return;
    await this.#cdp.send('Network.enable');
    await this.#cdp.send('Network.setBlockedURLs', { urls: DECORATION });
  }
}

/** None of a service worker's, and none yet of a window that is only opening. */
function pageOf(request: Request): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}
