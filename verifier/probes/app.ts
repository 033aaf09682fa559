/** Questions and a way to sign in go in; what a real browser shows each holder, by role, name and words, comes out. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Holder, Question } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { AppSurface } from '../config/types.ts';
import type { Asked } from '../questions/questions.ts';
import { readHtml } from '../readers/html.ts';
import type { Observation, Outcome } from '../types.ts';
import { variables } from './api.ts';
import { inParallel } from './in-parallel.ts';
import { type Look, unreadable } from './look.ts';
import { fill } from './session.ts';

/** How a gated page looks to those who may and to those who may not; what it is for nobody tells here. */
export interface PageSigns {
  shows: { role: string; name: string };
  /** What the whole of an element says where the page is locked, but for a point at its end. */
  locked: string;
  /** What stands somewhere on the page of an account whose state keeps nothing. */
  states: string[];
}

export interface AppProbe {
  base: string;
  surface: AppSurface;
  browser: Browser;
  asked: readonly Asked[];
  pages: Readonly<Record<string, PageSigns>>;
  /** Names that people read, for the proof of who is signed in. */
  planNames: Readonly<Record<string, string>>;
  vocabulary: Vocabulary;
  /** States in which an account shows nothing of its plan. */
  emptyStates: readonly string[];
  progress?(done: number, of: number): void;
}

const AT_ONCE = 3;
const TIMEOUT_MS = 10_000;

export async function probeApp(probe: AppProbe): Promise<Look> {
  let done = 0;
  const all = await inParallel(probe.asked, AT_ONCE, async (asked) => {
    const context = await probe.browser.newContext({ baseURL: probe.base, serviceWorkers: 'block' });
    context.setDefaultTimeout(TIMEOUT_MS);
    try {
      return await probeHolder(probe, asked, context);
    } finally {
      await context.close();
      done += 1;
      probe.progress?.(done, probe.asked.length);
    }
  });
  const observations = all.flat();
  const seen = observations.filter((one) => one.outcome.kind !== 'unread');
  return {
    observations,
    documents: new Set(seen.flatMap((one) => one.at.map((at) => (at.kind === 'page' ? at.url : '')))).size,
    excluded: [],
  };
}

async function probeHolder(
  probe: AppProbe,
  { holder, questions }: Asked,
  context: BrowserContext,
): Promise<Observation[]> {
  const page = await context.newPage();
  const reason = await signIn(probe, page, holder).catch(plainly);
  if (reason) return questions.map((question) => answered(probe, question, { kind: 'unread', reason }));
  const out: Observation[] = [];
  for (const question of questions)
    out.push(
      answered(
        probe,
        question,
        await lookAtGate(probe, page, question).catch((error): Outcome => ({ kind: 'unread', reason: plainly(error) })),
      ),
    );
  for (const path of probe.surface.read ?? []) out.push(...(await readPage(probe, page, path, holder)));
  return out;
}

/** Why nobody can be sure that this is the holder's session, or nothing. */
async function signIn({ surface, planNames }: AppProbe, page: Page, holder: Holder): Promise<string | undefined> {
  const names = { ...variables(holder), plan: planNames[holder.version] ?? holder.version };
  const opened = await page.goto(surface.sign_in.page);
  if (!opened?.ok()) return `the sign-in page answered ${opened?.status() ?? 'nothing'}`;
  for (const [label, text] of Object.entries(surface.sign_in.fill))
    await page.getByLabel(label, { exact: true }).fill(fill(text, names));
  await Promise.all([
    page.waitForEvent('framenavigated'),
    page.getByRole('button', { name: surface.sign_in.press, exact: true }).click(),
  ]);
  const { page: where, selector, shows } = surface.who_am_i;
  await page.goto(where);
  const wanted = fill(shows, { ...names, state: surface.who_am_i.states?.[holder.state] ?? holder.state });
  const shown = ((await page.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
  return shown === wanted ? undefined : `the page shows “${shown.slice(0, 80)}” instead of “${wanted}”`;
}

async function lookAtGate({ pages }: AppProbe, page: Page, { subject }: Question): Promise<Outcome> {
  const path = subject.facet ?? '/';
  const signs = pages[path]!;
  const response = await page.goto(path);
  const status = response?.status() ?? 0;
  if (status >= 500 || status === 429 || status === 404 || status === 0)
    return { kind: 'unread', reason: `answered ${status}` };
  const role = signs.shows.role as Parameters<Page['getByRole']>[0];
  const shown = await visible(page.getByRole(role, { name: signs.shows.name, exact: true }));
  const says = [page.getByText(whole(signs.locked)), ...signs.states.map((words) => page.getByText(words))];
  const locked = (await Promise.all(says.map(visible))).some(Boolean);
  if (shown === locked)
    return {
      kind: 'unread',
      reason: shown
        ? 'shows both its content and that it is locked'
        : 'shows neither its content nor that it is locked',
    };
  return { kind: 'read', value: { kind: shown ? 'included' : 'excluded' } };
}

function whole(words: string): RegExp {
  return new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ +/g, '\\s+')}[.!]?\\s*$`);
}

async function visible(locator: ReturnType<Page['getByText']>): Promise<boolean> {
  for (const one of await locator.all()) if (await one.isVisible()) return true;
  return false;
}

/** Words of a page that is about the holder's own plan. */
async function readPage(
  { surface, vocabulary, emptyStates }: AppProbe,
  page: Page,
  path: string,
  own: Holder,
): Promise<Observation[]> {
  const keepsNothing = emptyStates.includes(own.state);
  const unread = (reason: string) => unreadable(surface.id, reason, [placeAt(path)], path);
  try {
    const response = await page.goto(path);
    const { blocks } = readHtml(await page.content(), path);
    const claims = readClaims(blocks, { surface: surface.id, vocabulary, own });
    const status = response?.status() ?? 0;
    if (keepsNothing) return readOwnedWords(blocks, surface.id, vocabulary);
    if (status === 0 || status >= 400) return [unread(`answered ${status || 'nothing'}`)];
    if (new URL(page.url()).pathname !== path) return [unread('leads elsewhere')];
    if (!claims.length) return [unread('says nothing about the plan')];
    return [...claims, ...readOwnedWords(blocks, surface.id, vocabulary)];
  } catch (error) {
    return [unread(plainly(error))];
  }
}

function plainly(error: unknown): string {
  const [first = ''] = String((error as Error).message ?? error).split('\n');
  return `the browser gave up: ${first.replace(/https?:\/\/[^/\s"]+/g, '').slice(0, 160)}`;
}

function answered(probe: AppProbe, about: Question, outcome: Outcome): Observation {
  const path = about.subject.facet ?? '/';
  const { role, name } = probe.pages[path]?.shows ?? { role: '', name: '' };
  return { surface: probe.surface.id, about, outcome, at: [placeAt(path, `${role} “${name}”`)] };
}

function placeAt(url: string, selector = 'html'): Observation['at'][number] {
  return { kind: 'page', url, selector, words: '' };
}
