/** What a server answered to a refused request enters; `{code, message, details}` and the words for a person leave. */

const SAFE = 'This could not be done just now.';

/**
 * Shared by the pages and by the script in the browser, which may be older or newer than the server that answers: any
 * part may be missing or of another kind. Codes, messages and details that are there are kept as they are.
 *
 * @param {unknown} body
 * @returns {import('./problem-copy.d.mts').Problem}
 */
export function readProblem(body) {
  const given = isRecord(body) ? body : {};
  return {
    code: typeof given.code === 'string' ? given.code : 'unknown',
    message: typeof given.message === 'string' && given.message.trim() !== '' ? given.message : SAFE,
    details: isRecord(given.details) ? given.details : {},
  };
}

/** Only these codes have words of their own; every other denial is shown as the server gave it. */
const FIXED = {
  unauthenticated: () => 'You are signed out. Sign in to go on.',
  internal: () => 'Something went wrong on our side; nothing was changed.',
  trial_rate_limited: ({ details }) => `A trial was asked for several times in a row. ${again(details)}`,
  patrol_hourly_cap: ({ message, details }) =>
    readWait(details) === undefined ? message : `${firstSentence(message)} ${again(details)}`,
};

/** @param {import('./problem-copy.d.mts').Problem} problem */
export function problemWords(problem) {
  const words = Object.hasOwn(FIXED, problem.code) ? FIXED[problem.code] : undefined;
  return words ? words(problem) : problem.message;
}

/**
 * Whole seconds to wait: what the header says counts before what the body says.
 *
 * @param {Readonly<Record<string, unknown>>} details
 * @param {string | null} [header]
 * @returns {number | undefined}
 */
export function readWait(details, header = null) {
  const given = header !== null && /^\d{1,9}$/.test(header) ? Number(header) : details.retry_after_seconds;
  return typeof given === 'number' && Number.isFinite(given) && given > 0 ? Math.ceil(given) : undefined;
}

function again(details) {
  const seconds = readWait(details);
  return seconds === undefined ? 'Please try again later.' : `The next time is in ${inWords(seconds)}.`;
}

function inWords(seconds) {
  const [unit, size] = seconds > 3600 ? ['hour', 3600] : seconds > 60 ? ['minute', 60] : ['second', 1];
  const count = Math.ceil(seconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function firstSentence(message) {
  return /^[^.]*\./.exec(message)?.[0] ?? message;
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
