/** A page with parts that can change enters; new rows appear in them by themselves. Without this script, by reloading. */

import { problemWords, readProblem } from './problem-copy.mjs';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Sent when the session or what it may see has ended: asking again would not help. */
const ENDED = { 4401: { code: 'unauthenticated' }, 4403: { message: 'New entries are not shown here any more.' } };
const parts = [...document.querySelectorAll('[data-live]')].map((part) => part.dataset.live);
const told = document.createElement('p');
let pause = FIRST_PAUSE_MS;
let refreshing = false;
let again = false;
/** Why nothing more comes is the last that is said, whatever was fetched before that and arrives late. */
let over = false;

if (parts.length > 0) {
  told.className = 'live';
  told.setAttribute('role', 'status');
  document.querySelector('[data-live]').before(told);
  listen();
}

function listen() {
  const socket = new WebSocket(`/api/events?of=${[...new Set(parts)].join(',')}`);
  socket.addEventListener('open', () => {
    // What happened while nobody listened is shown at once.
    if (pause > FIRST_PAUSE_MS) refresh();
    pause = FIRST_PAUSE_MS;
  });
  socket.addEventListener('message', () => refresh());
  socket.addEventListener('close', ({ code }) => {
    if (ENDED[code]) {
      say(problemWords(readProblem(ENDED[code])));
      over = true;
      return;
    }
    setTimeout(listen, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  });
}

/** One at a time: what comes in between is fetched together afterwards. */
async function refresh() {
  again = true;
  if (refreshing) return;
  refreshing = true;
  while (again) {
    again = false;
    await takeParts().catch(() => {});
  }
  refreshing = false;
}

/** The rows are drawn by the server, here as everywhere. */
async function takeParts() {
  const response = await fetch(location.href, { redirect: 'manual', headers: { 'Pulse-Live': '1' } });
  if (!response.ok) return say(problemWords(await problemOf(response)));
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  let more = 0;
  for (const old of document.querySelectorAll('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${CSS.escape(old.dataset.live)}"]`);
    if (!fresh) continue;
    more += rowsIn(fresh) - rowsIn(old);
    // Somebody who works in the table keeps it until they leave it.
    if (!old.contains(document.activeElement)) old.replaceWith(document.adoptNode(fresh));
  }
  if (more > 0) say(more === 1 ? 'One new entry.' : `${more} new entries.`);
}

/** A page led elsewhere or broke: the API says why in words that can be kept. */
async function problemOf(response) {
  if (response.type !== 'opaqueredirect') return readProblem(undefined);
  return readProblem(
    await fetch('/api/me').then(
      (answer) => answer.json(),
      () => undefined,
    ),
  );
}

function rowsIn(part) {
  return part.querySelectorAll('tbody th[scope="row"]').length;
}

function say(text) {
  if (!over) told.textContent = text;
}
