/** How to become a holder goes in; a session that sends requests as that holder, keeping token and cookies, comes out. */
import type { RequestConfig, SessionConfig } from '../config/types.ts';
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

/** Fills `{name}` in text; a name that has no value stays as it is. */
export function fill(text: string, variables: Variables): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => variables[name] ?? whole);
}

function fillAll(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return fill(value, variables);
  if (Array.isArray(value)) return value.map((one) => fillAll(one, variables));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillAll(one, variables)]));
  return value;
}

export class Session {
  #cookies = new Map<string, string>();
  #secrets: string[] = [];
  #token = '';

  constructor(
    private readonly base: string,
    private readonly config: SessionConfig,
    private readonly variables: Variables,
  ) {}

  /** What signing in gave: the token, or else the first cookie. */
  get secret(): string | undefined {
    return this.#token || [...this.#cookies.values()][0];
  }

  /** A session like this one whose token and cookies are changed. */
  changed(change: (secret: string) => string): Session {
    const other = new Session(this.base, this.config, this.variables);
    other.#token = this.#token && change(this.#token);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, change(value));
    other.#secrets = [...this.#secrets, other.#token, ...other.#cookies.values()];
    return other;
  }

  /** Signs in. Gives the reason why not, or nothing. */
  async signIn(): Promise<string | undefined> {
    const { sign_in } = this.config;
    if (!sign_in) return undefined;
    const answer = await this.send(sign_in, {}, false);
    if (answer.status >= 400) return `sign-in answered ${answer.status}`;
    if (!sign_in.token) return undefined;
    const token = pointer(answer.json, sign_in.token);
    if (typeof token !== 'string' || !token) return `sign-in gave no token at ${sign_in.token}`;
    this.#token = token;
    this.#secrets.push(token);
    return undefined;
  }

  /** Sends one request. Rejects when nobody answers in 10 s. Redirects are not followed: where they lead is not what was asked. */
  async send(request: RequestConfig, variables: Variables = {}, signedIn = true): Promise<Answer> {
    const all = { ...this.variables, ...variables, token: this.#token };
    const [method = 'GET', path = '/'] = fill(request.request, all).split(/ (.*)/s);
    const headers: Record<string, string> = { accept: 'application/json' };
    if (signedIn) for (const [name, value] of Object.entries(this.config.send ?? {})) headers[name] = fill(value, all);
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
      this.#secrets.push(pair.slice(at + 1).trim());
    }
  }

  async #answer(request: string, response: Response): Promise<Answer> {
    const text = (await response.text()).slice(0, MOST_BYTES);
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    const location = response.headers.get('location') ?? undefined;
    const evidence = {
      request: this.#mask(request),
      answer: this.#mask(`${response.status} ${text.slice(0, EVIDENCE_CHARACTERS)}`),
    };
    return { status: response.status, type, text, json: parse(text, type), retryAfter, location, evidence };
  }

  #mask(text: string): string {
    return this.#secrets
      .filter((secret) => secret.length > 3)
      .reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
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
