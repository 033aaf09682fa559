/** A request enters; one whose body is longer than any that is needed is refused, any other goes on. */

import { bodyLimit } from 'hono/body-limit';
import { ApiError } from './api-error.ts';

const BODY_BYTES = 16 * 1024;

export const limitBody = bodyLimit({ maxSize: BODY_BYTES, onError: () => tooLarge().toResponse() });

function tooLarge(): ApiError {
  return new ApiError(413, 'too_large', `A request may carry ${BODY_BYTES} bytes.`);
}
