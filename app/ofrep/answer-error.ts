/** An error enters; what OFREP answers leaves: the API's own shape where the protocol asks for none. */

import type { ApiError } from '../routes/api-error.ts';

export function answerError(error: ApiError): Response {
  return error.status < 500
    ? error.toResponse()
    : Response.json({ errorDetails: error.message }, { status: error.status });
}
