/** A product's address and who asks enter; what its API answers leaves. */

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {
    readonly items?: readonly Record<string, unknown>[];
    readonly details?: Record<string, unknown>;
    readonly warning?: Record<string, unknown>;
  };
}

export type Call = (request: string, body?: unknown) => Promise<Answer>;

/** Signs in as the owner of the seeded organisation `version.state` and calls with their token. */
export async function signIn(url: string, holder: string): Promise<Call> {
  const credentials = { email: `${holder}@pulse.example`, password: 'pulse-demo-password' };
  const { body } = await anonymous(url)('POST /api/session', credentials);
  return caller(url, { authorization: `Bearer ${String(body.token)}` });
}

export function anonymous(url: string): Call {
  return caller(url, {});
}

export function caller(url: string, headers: Record<string, string>): Call {
  return async (request, body) => {
    const [method, path] = request.split(' ') as [string, string];
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...json,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
  };
}
