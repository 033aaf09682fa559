/** A session and what may be written go in; requests go out through here alone, each in the log, and none that writes where nobody allowed it. */
import type { Holder } from '../../../matrix/types.ts';
import type { UndoConfig } from '../../config/limits.ts';
import type { RequestConfig } from '../../config/requests.ts';
import { fill } from '../../holders/fill.ts';
import { pointer } from '../pointer.ts';
import type { Answer, Session, Variables } from '../session.ts';
import { NotSent } from './not-sent.ts';
import type { LoggedRequest, Send, Writes } from './writes.ts';

type Undo = Pick<UndoConfig, 'request'> & Partial<UndoConfig>;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export class GuardedSession {
  readonly #session: Session;
  readonly #holder: string | undefined;
  readonly #writes: Writes;
  #signsIn: RequestConfig | undefined;
  /** What this session sees is no proof for another: it may be of another tenant, or of nobody. */
  #proof: Promise<string | undefined> | undefined;
  /** What is put back already once its value is changed. */
  readonly #setBack = new Set<RequestConfig>();

  constructor(session: Session, holder: Holder | undefined, writes: Writes) {
    this.#session = session;
    this.#holder = holder && [holder.version, holder.state, holder.role].filter(Boolean).join('.');
    this.#writes = writes;
  }

  /** Gives the reason why not, or nothing. Signing in changes nothing of a customer's, so it needs no sandbox. */
  signIn(request: RequestConfig | undefined): Promise<string | undefined> {
    if (request) this.#note(request, {}, 'sign_in');
    this.#signsIn = request;
    return this.#session.signIn();
  }

  /** Throws `NotSent` for a request that would write and may not, and rejects when nobody answers. */
  async send(request: RequestConfig, variables: Variables = {}, signedIn = true): Promise<Answer> {
    if (READS.has(methodOf(request))) return this.#out(request, variables, 'read', signedIn);
    const why = this.#writes.refusal() ?? (await this.#showsOther()) ?? this.#writes.refusal();
    if (why) throw new NotSent(why);
    this.#writes.wrote(this.#back);
    return this.#writes.during(this.#out(request, variables, 'write', signedIn));
  }

  /** The same, and what the request makes is taken back later; without `made`, there is one of it. */
  make(request: RequestConfig, variables: Variables, undo: Undo | undefined): Promise<Answer> {
    if (!undo) return this.send(request, variables);
    return this.#writes.during(this.#made(request, variables, undo));
  }

  /** Sets what there is only one of. As soon as that may have changed it, it is known how it is put back. */
  set(request: RequestConfig, variables: Variables, before: Variables): Promise<Answer> {
    return this.#writes.during(this.#set(request, variables, before));
  }

  async #set(request: RequestConfig, variables: Variables, before: Variables): Promise<Answer> {
    const answer = await this.send(request, variables).catch((error) => error as Error);
    const isRefused = answer instanceof Error ? answer instanceof NotSent : answer.status >= 400 && answer.status < 500;
    if (!isRefused && !this.#setBack.has(request)) {
      this.#setBack.add(request);
      this.leaves(request, before);
    }
    if (answer instanceof Error) throw answer;
    return answer;
  }

  async #made(request: RequestConfig, variables: Variables, undo: Undo): Promise<Answer> {
    const answer = await this.send(request, variables);
    if (answer.status >= 300) return answer;
    if (undo.made === undefined) {
      this.leaves({ request: undo.request }, variables);
      return answer;
    }
    const made = pointer(answer.json, undo.made);
    if (typeof made !== 'string' && typeof made !== 'number') {
      const { request: words } = request;
      this.#writes.cannotTakeBack(`what the audit made is still there: ${words} gave no id at ${undo.made}`);
    } else this.leaves({ request: undo.request }, { ...variables, made: encodeURIComponent(String(made)) });
    return answer;
  }

  /** Something that is to be sent at the end, however the audit ends. */
  leaves(request: RequestConfig, variables: Variables): void {
    this.#writes.leaves({ request, variables, send: this.#back });
  }

  /** What is still there although it was taken back. */
  cannotTakeBack(reason: string): void {
    this.#writes.cannotTakeBack(reason);
  }

  /** Takes back what this session made. */
  async takeBack(): Promise<void> {
    this.#setBack.clear();
    await this.#writes.takeBack(this.#back);
  }

  /** What was made within the sandbox is taken back also after nothing more may be written. */
  readonly #back: Send = async (request, variables) => {
    const answer = await this.#out(request, variables, 'write', true);
    // Time may have been moved beyond the end of the session.
    if (answer.status !== 401 || !this.#signsIn || (await this.signIn(this.#signsIn))) return answer;
    return this.#out(request, variables, 'write', true);
  };

  #showsOther(): Promise<string | undefined> {
    const send: Send = (request, variables) => this.#out(request, variables, 'read', true);
    this.#proof ??= this.#writes.showsOther(send, this.#holder === undefined);
    return this.#proof;
  }

  #out(request: RequestConfig, variables: Variables, kind: LoggedRequest['kind'], signedIn: boolean): Promise<Answer> {
    this.#note(request, variables, kind);
    return this.#session.send(exact(request, variables), variables, signedIn);
  }

  #note({ request }: RequestConfig, variables: Variables, kind: LoggedRequest['kind']): void {
    const [method = '', path = ''] = fill(request, variables).split(/ (.*)/s);
    const { surface, tenant, log } = this.#writes;
    const who = this.#holder !== undefined && { holder: this.#holder };
    log.push({ surface, method, path, ...who, ...(tenant !== undefined && { tenant }), kind });
  }
}

function methodOf({ request }: RequestConfig): string {
  return request.split(' ', 1)[0]!;
}

const ONE_NAME = /^\{(\w+)\}$/;

/** A value of the body that is one number's name alone, `"{n}"`, is sent as a number. */
export function exact(request: RequestConfig, variables: Variables): RequestConfig {
  return request.body ? { ...request, body: numbered(request.body, variables) as Record<string, unknown> } : request;
}

function numbered(value: unknown, variables: Variables): unknown {
  if (Array.isArray(value)) return value.map((one) => numbered(one, variables));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, numbered(one, variables)]));
  const name = typeof value === 'string' ? ONE_NAME.exec(value)?.[1] : undefined;
  const filled = name === 'n' || name === 'seconds' ? variables[name] : undefined;
  return filled === undefined ? value : Number(filled);
}
