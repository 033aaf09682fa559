/** One answer of an API goes in; what it means for the holder who asked comes out: let through, refused, or not told. */
import { noDataWords } from './no-data-words.ts';
import { nothingAt } from './nothing-at.ts';
import { pointer } from './pointer.ts';
import type { Answer } from './session.ts';

export interface Refusal {
  status: number;
  code?: string;
}

export type Meaning = { is: 'allowed' } | { is: 'refused'; refusal: Refusal } | { is: 'unclear'; reason: string };

/** `declared` are all refusals that the matrix knows; `codePath` is where the product puts the code of an error. */
export function meaningOf(answer: Answer, declared: readonly Refusal[], codePath: string | undefined): Meaning {
  const { status } = answer;
  if (status >= 300 && status < 400)
    return {
      is: 'unclear',
      reason: `was sent elsewhere (${status}${answer.location ? ` to ${answer.location}` : ''})`,
    };
  const found = codePath ? pointer(answer.json, codePath) : undefined;
  const code = typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  if (status < 300) {
    // Some products refuse with 200 and say so in the body.
    if (code && declared.some((one) => one.code === code)) return { is: 'refused', refusal: { status, code } };
    if (code && !SUCCESS.test(code))
      return { is: 'unclear', reason: `answered ${status} with the code ${code}, which no gate declares` };
    const reason = `answered ${status} ${noDataWords(answer)}`;
    return saysData(answer) ? { is: 'allowed' } : { is: 'unclear', reason };
  }
  const known = declared.find((one) => one.status === status && (one.code === undefined || one.code === code));
  if (known) return { is: 'refused', refusal: { status, ...(code && { code }) } };
  // 401, 429 and 5xx say something about the asker or the server, never about a plan, unless they are declared.
  const about = status === 401 || status === 429 || status === 404 || status >= 500;
  // A pointer that leads nowhere hides every code that is declared.
  if (codePath && found === undefined && declared.some((one) => one.status === status))
    return {
      is: 'unclear',
      reason: `answered ${status} without a code: \`error_code\` found ${nothingAt(answer.json, codePath)}`,
    };
  const isPlans = declared.some((one) => one.code === code) || (OF_PLANS.has(status) && !answer.retryAfter);
  if (about || !code || !isPlans)
    return { is: 'unclear', reason: `answered ${status}${code ? ` ${code}` : ''}, which no gate declares` };
  return { is: 'refused', refusal: { status, code } };
}

/** Payment required, forbidden, locked. Any other says as well that what was asked is wrong, is there already, or comes too soon. */
const OF_PLANS = new Set([402, 403, 423]);

/** A rate that is told without a code is told by its own gate alone: every server may say so of too many requests. */
export function tellingRefusals(declared: readonly Refusal[], own?: Refusal): Refusal[] {
  return declared.filter(({ status, code }) => status !== 429 || code !== undefined || own?.status === 429);
}

/** Where a product puts the code of an error, some say that there was none. */
const SUCCESS = /^(?:ok|okay|success|succeeded|none|no_error|0+|20\d)$/i;

/** A sign-in page, or nothing at all, with status 200 is not a yes. */
function saysData({ status, type, json, text }: Answer): boolean {
  if (status === 204 || status === 205) return true;
  if (/[/+]json$/.test(type)) return json !== undefined && json !== null;
  return text !== '' && type !== '' && type !== 'text/html' && type !== 'application/xhtml+xml';
}
