/** Questions and a way to sign in go in; what a real browser shows each holder, by role, name and words, comes out. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Holder, Question } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { AppSurface } from '../config/types.ts';
import { asHolder } from '../holders/as-holder.ts';
import { fill } from '../holders/fill.ts';
import type { Holders } from '../holders/holders.ts';
import { openContext } from '../holders/open-context.ts';
import { proveOnPage } from '../holders/prove-on-page.ts';
import { signInOnPage } from '../holders/sign-in-on-page.ts';
import type { Start } from '../holders/start.ts';
import type { Asked } from '../questions/questions.ts';
import { readHtml } from '../readers/html.ts';
import type { Observation, Outcome } from '../types.ts';
import { inParallel } from './in-parallel.ts';
import { type Look, unreadable } from './look.ts';

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
  /** How to become somebody, where the surface does not say it by itself. */
  holders?: Holders | undefined;
  progress?(done: number, of: number): void;
}

const AT_ONCE = 3;
const TIMEOUT_MS = 10_000;

export async function probeApp(probe: AppProbe): Promise<Look> {
  let done = 0;
  const all = await inParallel(probe.asked, AT_ONCE, async (asked) => {
    const seen = await probeHolder(probe, asked);
    done += 1;
    probe.progress?.(done, probe.asked.length);
    return seen;
  });
  const observations = all.flat();
  const seen = observations.filter((one) => one.outcome.kind !== 'unread');
  return {
    observations,
    documents: new Set(seen.flatMap((one) => one.at.map((at) => (at.kind === 'page' ? at.url : '')))).size,
    excluded: [],
  };
}

async function probeHolder(probe: AppProbe, { holder, questions }: Asked): Promise<Observation[]> {
  const { base, holders, surface } = probe;
  const { done, reason, left } = await asHolder({
    ...{ holders, holder, base, kind: 'app' },
    work: (start) => lookAs(probe, { holder, questions }, start),
  });
  return [
    ...(done ?? questions.map((question) => answered(probe, question, { kind: 'unread', reason }))),
    ...(left === undefined ? [] : [unreadable(surface.id, left, [])]),
  ];
}

async function lookAs(probe: AppProbe, asked: Asked, start: Start): Promise<Observation[]> {
  const context = await openContext(probe.browser, probe.base, start).catch(plainly);
  if (typeof context === 'string')
    return asked.questions.map((question) => answered(probe, question, { kind: 'unread', reason: context }));
  context.setDefaultTimeout(TIMEOUT_MS);
  try {
    return await lookIn(probe, asked, start, context);
  } finally {
    await context.close();
  }
}

async function lookIn(
  probe: AppProbe,
  { holder, questions }: Asked,
  start: Start,
  context: BrowserContext,
): Promise<Observation[]> {
  const page = await context.newPage();
  const reason = await stranger(probe, page, holder, start).catch(plainly);
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
async function stranger(
  { surface, planNames, holders }: AppProbe,
  page: Page,
  holder: Holder,
  { variables }: Start,
): Promise<string | undefined> {
  const names = { ...variables, plan: planNames[holder.version] ?? holder.version };
  const signIn = surface.sign_in ?? holders?.way.sign_in_page;
  const refused = signIn && (await signInOnPage(page, signIn, names));
  if (refused) return refused;
  const { page: path, selector, shows, states } = surface.who_am_i;
  return proveOnPage(page, {
    ...{ page: path, selector },
    wanted: fill(shows, { ...names, state: states?.[holder.state] ?? holder.state }),
  });
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
