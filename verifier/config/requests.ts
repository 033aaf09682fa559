/** What `planproof.config.yaml` states of requests: how one signs in, and how it is seen who is signed in. */

export interface RequestConfig {
  /** `POST /api/session`: method and path. */
  request: string;
  body?: Record<string, unknown>;
  /** Sent as a form instead of JSON. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** A request that signs in; `token` is a JSON pointer into its answer. */
export interface SignInRequest extends RequestConfig {
  token?: string;
  /** A page whose hidden fields are sent with the form, such as a token against forgery. */
  hidden_from?: string;
}

/** A page on which one signs in: labels and what to type, then the name of the button. */
export interface SignInPage {
  page: string;
  fill: Record<string, string>;
  press: string;
}

export interface SessionConfig {
  sign_in?: SignInRequest;
  /** Headers of every further request; `{token}` is what sign-in gave. Cookies are kept in any case. */
  send?: Record<string, string>;
  /** JSON pointers into the answer; `versions` and `states` say how the product calls them. */
  who_am_i: {
    request: string;
    version?: string;
    state?: string;
    versions?: Record<string, string>;
    states?: Record<string, string>;
    /** JSON pointer to the id of whose things this customer sees. */
    tenant?: string;
  };
}
