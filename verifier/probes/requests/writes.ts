/** A surface and the sandbox that the command line names go in; whether a request may change something there, and what has to be taken back, come out. */
import type { RequestConfig } from '../../config/requests.ts';
import type { ApiSurface } from '../../config/types.ts';
import { noAnswer } from '../no-answer.ts';
import { pointer } from '../pointer.ts';
import type { Answer, Variables } from '../session.ts';

/** One request as it went out. Paths hold no token. */
export interface LoggedRequest {
  surface: string;
  method: string;
  path: string;
  /** `pro_v6.active`, with the role where one is meant; left out where nobody is signed in. */
  holder?: string;
  /** The sandbox that was allowed to be written to; left out where none was. */
  tenant?: string;
  /** `sign_in` changes nothing but who is signed in; everything that is no read is `write`. */
  kind: 'read' | 'sign_in' | 'write';
}

/** Sends without asking whether it may. */
export type Send = (request: RequestConfig, variables: Variables) => Promise<Answer>;

interface Leftover {
  request: RequestConfig;
  variables: Variables;
  send: Send;
}

/** Answers to somebody who is not signed in, or where nothing says which sandbox it is, such as a demo. */
const NOT_TOLD = new Set([401, 403, 404]);

/** The one place that knows what may be written, what was sent, and what is still there of it. */
export class Writes {
  readonly log: LoggedRequest[] = [];
  readonly #surface: ApiSurface;
  readonly #named: string | undefined;
  readonly #under = new Set<Promise<unknown>>();
  readonly #failed: string[] = [];
  /** Some session was shown that this is another sandbox, or none. */
  #hasSeenOther = false;
  #leftovers: Leftover[] = [];
  #resets: Send | undefined;
  #stopped = false;

  /** `named` is the sandbox of the command line. */
  constructor(surface: ApiSurface, named: string | undefined) {
    this.#surface = surface;
    this.#named = named;
  }

  get surface(): string {
    return this.#surface.id;
  }

  /** The sandbox, where it is one that may be written to. */
  get tenant(): string | undefined {
    const { sandbox } = this.#surface;
    return sandbox !== undefined && sandbox === this.#named ? sandbox : undefined;
  }

  /** Something that the audit made could not be taken back. */
  get hasLeftSomething(): boolean {
    return this.#failed.length > 0;
  }

  /** A request that was sent before anybody had a session. */
  note(request: string, kind: LoggedRequest['kind']): void {
    const [method = '', path = ''] = request.split(/ (.*)/s);
    const tenant = this.tenant !== undefined && { tenant: this.tenant };
    this.log.push({ surface: this.surface, method, path, ...tenant, kind });
  }

  /** Why nothing may be written, or nothing, before the product is asked. */
  refusal(): string | undefined {
    if (this.#stopped) return 'the audit was stopped';
    return this.tenant === undefined ? this.#needsSandbox() : undefined;
  }

  #needsSandbox(): string {
    const { sandbox } = this.#surface;
    return sandbox
      ? `asking would write: allow it with --sandbox ${sandbox}`
      : 'asking would write, and the configuration names no sandbox';
  }

  /** Why a session is not in the sandbox, where the product can say so. Nobody's session is in none, and may be told of none. */
  async showsOther(send: Send, ofNobody: boolean): Promise<string | undefined> {
    const { sandbox_shows: shows, sandbox } = this.#surface;
    if (!shows) return undefined;
    const answer = await send({ request: shows.request }, {}).catch((error) => noAnswer(error));
    if (typeof answer === 'string') return `asking would write, and ${shows.request} ${answer}`;
    const name = pointer(answer.json, shows.at);
    if (name === sandbox) return undefined;
    if (ofNobody && NOT_TOLD.has(answer.status) && !this.#hasSeenOther) return undefined;
    this.#hasSeenOther = true;
    const found = typeof name === 'string' ? `“${name}”` : `nothing at ${shows.at} (${answer.status})`;
    return `asking would write, and ${shows.request} shows ${found} instead of the sandbox ${sandbox}`;
  }

  /** Work that leaves something behind; `takeBack` waits for it. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#under.add(work);
    try {
      return await work;
    } finally {
      this.#under.delete(work);
    }
  }

  /** Something is written: the same session can send what brings everything back. */
  wrote(send: Send): void {
    this.#resets ??= send;
  }

  leaves(leftover: Leftover): void {
    this.#leftovers.push(leftover);
  }

  /** What nobody can take back. */
  cannotTakeBack(reason: string): void {
    this.#failed.push(reason);
  }

  /**
   * Nothing more is written; what is under way comes to its end, and is taken back as well. Gives the reasons why
   * something stays behind, each once.
   */
  async stop(): Promise<string[]> {
    this.#stopped = true;
    do {
      await Promise.allSettled(this.#under);
      await this.#send(this.#leftovers.splice(0));
    } while (this.#under.size || this.#leftovers.length);
    const { reset } = this.#surface;
    if (reset && this.#resets) await this.#send([{ request: reset, variables: {}, send: this.#resets }]);
    this.#resets = undefined;
    return [...new Set(this.#failed.splice(0))];
  }

  /** What one session left, as soon as it is not needed any more. */
  async takeBack(of: Send): Promise<void> {
    const mine = this.#leftovers.filter((one) => one.send === of);
    this.#leftovers = this.#leftovers.filter((one) => one.send !== of);
    await this.during(this.#send(mine));
  }

  /** The newest first. Gone already is as good as taken back. */
  async #send(leftovers: readonly Leftover[]): Promise<void> {
    for (const { request, variables, send } of leftovers.toReversed()) {
      const status = await send(request, variables).then((answer) => answer.status, noAnswer);
      const done = typeof status === 'number' && (status < 300 || status === 404 || status === 410);
      if (!done) this.#failed.push(`what the audit made is still there: ${request.request} ${said(status)}`);
    }
  }
}

function said(status: number | string): string {
  return typeof status === 'number' ? `answered ${status}` : status;
}
