/** How to become a holder goes in; a session that sends requests as that holder, keeping token and cookies, comes out. */
import type { RequestConfig, SessionConfig, SignInRequest } from '../config/requests.ts';
import { fill, fillAll } from '../holders/fill.ts';
import { hiddenFields } from '../holders/hidden-fields.ts';
import { isFor } from '../holders/is-for.ts';
import { Mask } from '../holders/mask.ts';
import { secretsIn } from '../holders/secrets-in.ts';
import type { Start, StoredCookie } from '../holders/start.ts';
import { boundedBytes } from '../http/bounded-bytes.ts';
import type { CircuitBreaker } from '../http/circuit-breaker.ts';
import { secondsToWait } from '../http/seconds-to-wait.ts';
import { Unanswered } from '../http/unanswered.ts';
import { whyNoAnswer } from '../http/why-no-answer.ts';
import type { Evidence } from '../types.ts';
import { pointer } from './pointer.ts';

export type Variables = Readonly<Record<string, string>>;

export interface Answer {
  status: number;
  /** Without parameters, in small letters. */
  type: string;
  text: string;
  /** Parsed body, where it is JSON. */
  json?: unknown;
  retryAfter?: string;
  /** Seconds that `Retry-After` asks to wait, in whichever form. */
  wait?: number;
  location?: string;
  evidence: Evidence;
}

/** What one answer may take. */
export interface SessionBounds {
  /** Seconds for the whole answer; 10 when left out. */
  timeout?: number | undefined;
  /** 2 when left out. */
  mostMegabytes?: number | undefined;
  /** Of the host, shared by all its sessions. */
  breaker?: CircuitBreaker;
}

const TIMEOUT_S = 10;
const MOST_MEGABYTES = 2;
const EVIDENCE_CHARACTERS = 300;

export class Session {
  #cookies = new Map<string, string>();
  #mask = new Mask();
  #token = '';

  /** `start`: what somebody has already who became the holder. */
  constructor(
    private readonly base: string,
    private readonly config: Partial<SessionConfig>,
    private readonly variables: Variables,
    private readonly start: Pick<Start, 'headers' | 'cookies' | 'origins'> = { headers: {}, cookies: [], origins: [] },
    private readonly bounds: SessionBounds = {},
  ) {
    const { hostname } = new URL(base);
    for (const one of start.cookies) if (isFor(one, hostname)) this.#cookies.set(one.name, one.value);
    this.#token = variables.token ?? '';
    this.#mask.add(this.#token, ...secretsIn(start));
  }

  get token(): string {
    return this.#token;
  }

  get cookies(): StoredCookie[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }));
  }

  /** What signing in gave: the token, or else the first cookie. */
  get secret(): string | undefined {
    return this.#token || [...this.#cookies.values()][0];
  }

  /** A session like this one whose token and cookies are changed. */
  changed(change: (secret: string) => string): Session {
    const token = this.#token && change(this.#token);
    const carried = (value: string) => (this.#token ? value.replaceAll(this.#token, token) : value);
    const headers = Object.entries(this.start.headers).map(([name, value]) => [name, carried(value)]);
    const start = { ...this.start, headers: Object.fromEntries(headers), cookies: [] };
    const other = new Session(this.base, this.config, this.variables, start, this.bounds);
    other.#token = token;
    for (const [name, value] of this.#cookies) other.#cookies.set(name, change(value));
    other.#mask.add(this.#token, token, ...this.#cookies.values(), ...other.#cookies.values());
    return other;
  }

  /** Signs in. Gives the reason why not, or nothing. */
  async signIn(): Promise<string | undefined> {
    const { sign_in } = this.config;
    if (!sign_in) return undefined;
    const answer = await this.send(await this.#withHidden(sign_in), {}, false);
    if (answer.status >= 400) return `sign-in answered ${answer.status}`;
    if (!sign_in.token) return undefined;
    const token = pointer(answer.json, sign_in.token);
    if (typeof token !== 'string' || !token) return `sign-in gave no token at ${sign_in.token}`;
    this.#token = token;
    this.#mask.add(token);
    return undefined;
  }

  /** A form that is protected against forgery has fields that nobody types. */
  async #withHidden({ hidden_from, ...request }: SignInRequest): Promise<RequestConfig> {
    if (!hidden_from) return request;
    const { text } = await this.send({ request: `GET ${hidden_from}`, headers: { accept: 'text/html' } }, {}, false);
    return { ...request, form: { ...hiddenFields(text), ...request.form } };
  }

  /**
   * Sends one request. Throws `Unanswered` without a whole answer in time. Redirects are not followed: where they lead is not
   * what was asked. A request that names another origin takes there what it states itself, and nothing of the session.
   */
  async send(request: RequestConfig, variables: Variables = {}, signedIn = true): Promise<Answer> {
    const all = { ...this.variables, ...variables, token: this.#token };
    const [method = 'GET', path = '/'] = fill(request.request, all).split(/ (.*)/s);
    const url = new URL(path, this.base);
    const own = url.origin === new URL(this.base).origin;
    const headers: Record<string, string> = { accept: 'application/json', ...(own && this.start.headers) };
    const send = own && signedIn ? (this.config.send ?? {}) : {};
    for (const [name, value] of Object.entries({ ...send, ...request.headers })) headers[name] = fill(value, all);
    if (own && this.#cookies.size)
      headers.cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = this.#body(request, all, headers);
    const init = { method, headers, redirect: 'manual' as const, ...(body !== undefined && { body }) };
    const { response, text } = await this.#exchange(url, init);
    this.#keepCookies(response.headers, own);
    return this.#answer(`${method} ${path}`, response, text);
  }

  async #exchange(url: URL, init: RequestInit): Promise<{ response: Response; text: string }> {
    const { timeout = TIMEOUT_S, mostMegabytes = MOST_MEGABYTES, breaker } = this.bounds;
    if (breaker?.reason) throw new Unanswered(breaker.reason);
    let heard = false;
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout * 1000) });
      heard = true;
      const bytes = await boundedBytes(response.body, mostMegabytes * 1e6);
      if (!bytes) throw new Unanswered(`is larger than ${mostMegabytes} MB`);
      breaker?.answered(response.status);
      return { response, text: new TextDecoder().decode(bytes) };
    } catch (error) {
      const why = error instanceof Unanswered ? error.message : whyNoAnswer(error, heard);
      breaker?.silent(why);
      throw new Unanswered(why);
    }
  }

  #body(request: RequestConfig, variables: Variables, headers: Record<string, string>): string | undefined {
    if (request.form) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      return new URLSearchParams(fillAll(request.form, variables) as Record<string, string>).toString();
    }
    if (!request.body) return undefined;
    headers['content-type'] = 'application/json';
    return JSON.stringify(fillAll(request.body, variables));
  }

  /** `own`: of another host only what it sets for the product as well, as one that signs in for several. */
  #keepCookies(headers: Headers, own: boolean): void {
    const { hostname } = new URL(this.base);
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const domain = /;\s*domain\s*=\s*([^;\s]+)/i.exec(line)?.[1];
      const ours = own || (domain !== undefined && isFor({ name: '', value: '', domain }, hostname));
      if (at < 1 || !ours) continue;
      this.#cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
      this.#mask.add(pair.slice(at + 1).trim());
    }
  }

  #answer(request: string, response: Response, text: string): Answer {
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    const wait = secondsToWait(response.headers.get('retry-after'), response.headers.get('date'));
    const location = response.headers.get('location') ?? undefined;
    const evidence = {
      request: this.#mask.hide(request),
      answer: this.#mask.hide(`${response.status} ${text.slice(0, EVIDENCE_CHARACTERS)}`),
    };
    return { status: response.status, type, text, json: parse(text, type), retryAfter, wait, location, evidence };
  }
}

function parse(text: string, type: string): unknown {
  if (!/[/+]json$/.test(type)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
