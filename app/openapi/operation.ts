/** What is said by hand of one operation of the API; what follows from its gate and session is added in `describe-api.ts`. */

/** JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export interface Operation {
  /** One line: what is given or done. */
  readonly summary: string;
  /** What is answered when it goes well, by status; without a shape where nothing is sent. */
  readonly answers: Readonly<Record<number, JsonSchema | undefined>>;
  /** Nobody has to sign in for it. */
  readonly open?: true;
  /** Of the query, by name. */
  readonly query?: Readonly<Record<string, JsonSchema>>;
  /** Of the JSON that is sent, by name; all of it is required. */
  readonly body?: Readonly<Record<string, JsonSchema>>;
  /** Further codes that it refuses with, by status. */
  readonly refuses?: Readonly<Record<number, readonly string[]>>;
}
