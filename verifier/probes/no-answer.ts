/** What a request threw goes in; why there is no answer comes out, in words that follow the name of what was asked. */
import { Unanswered } from '../http/unanswered.ts';
import { whyNoAnswer } from '../http/why-no-answer.ts';
import { NotSent } from './requests/not-sent.ts';

export function noAnswer(error: unknown): string {
  return error instanceof Unanswered || error instanceof NotSent ? error.message : whyNoAnswer(error);
}
