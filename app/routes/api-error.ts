/** A status, a code and a sentence enter; an error that the API answers as `{code, message, details}` leaves. */

export type Details = Readonly<Record<string, unknown>>;

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Details;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: Details; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details ?? {};
    this.headers = more.headers ?? {};
  }

  toResponse(): Response {
    const body = { code: this.code, message: this.message, details: this.details };
    return Response.json(body, { status: this.status, headers: this.headers });
  }
}
