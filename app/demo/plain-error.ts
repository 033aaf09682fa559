/** An error enters; what a public demo says of it leaves: nothing of plans, numbers and accounts. */

import { ApiError } from '../routes/api-error.ts';
import { notFound } from '../routes/read-body.ts';

/** Bad input and our own faults are told as everywhere; every other refusal is about somebody's licence or account. */
export function plainError(error: ApiError): ApiError {
  if (error.status >= 500) return new ApiError(error.status, 'internal', 'Something went wrong on our side.');
  return error.status === 400 ? error : notFound();
}
