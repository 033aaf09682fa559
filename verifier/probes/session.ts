/** How to become a holder goes in; a session that sends requests as that holder, keeping token and cookies, comes out. */
import type { RequestConfig, SessionConfig, SignInRequest } from '../config/types.ts';
import { fill, fillAll } from '../holders/fill.ts';
import { hiddenFields } from '../holders/hidden-fields.ts';
import { isFor } from '../holders/is-for.ts';
import { Mask } from '../holders/mask.ts';
import { secretsIn } from '../holders/secrets-in.ts';
import type { Start, StoredCookie } from '../holders/start.ts';
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
  location?: string;
  evidence: Evidence;
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 2_000_000;
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

  /** Sends one request. Rejects when nobody answers in 10 s. Redirects are not followed: where they lead is not what was asked. */
  async send(request: RequestConfig, variables: Variables = {}, signedIn = true): Promise<Answer> {
    const all = { ...this.variables, ...variables, token: this.#token };
    const [method = 'GET', path = '/'] = fill(request.request, all).split(/ (.*)/s);
    const headers: Record<string, string> = { accept: 'application/json', ...this.start.headers };
    if (signedIn) for (const [name, value] of Object.entries(this.config.send ?? {})) headers[name] = fill(value, all);
    for (const [name, value] of Object.entries(request.headers ?? {})) headers[name] = fill(value, all);
    if (this.#cookies.size) headers.cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = this.#body(request, all, headers);
    const response = await fetch(new URL(path, this.base), {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body !== undefined && { body }),
    });
    this.#keepCookies(response.headers);
    return this.#answer(`${method} ${path}`, response);
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

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (at < 1) continue;
      this.#cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
      this.#mask.add(pair.slice(at + 1).trim());
    }
  }

  async #answer(request: string, response: Response): Promise<Answer> {
    const text = (await response.text()).slice(0, MOST_BYTES);
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    const location = response.headers.get('location') ?? undefined;
    const evidence = {
      request: this.#mask.hide(request),
      answer: this.#mask.hide(`${response.status} ${text.slice(0, EVIDENCE_CHARACTERS)}`),
    };
    return { status: response.status, type, text, json: parse(text, type), retryAfter, location, evidence };
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
