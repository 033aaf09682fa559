/** Questions and a way to sign in go in; what a real browser shows each holder, by role, name and words, comes out. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Holder, Question } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { idOf } from '../audit/confirm.ts';
import type { Visit } from '../audit/forbidden-requests.ts';
import { errorWords } from '../browse/error-words.ts';
import type { PageSigns } from '../browse/gate-signs.ts';
import { lookAtGate } from '../browse/look-at-gate.ts';
import { type OpenOptions, OpenPage } from '../browse/open-page.ts';
import { type Pictures, placesOf, withPicture } from '../browse/page-evidence.ts';
import { whyNotLoaded } from '../browse/still-works.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { SignInPage } from '../config/requests.ts';
import type { AppSurface } from '../config/types.ts';
import { asHolder } from '../holders/as-holder.ts';
import { fill } from '../holders/fill.ts';
import type { Holders } from '../holders/holders.ts';
import { openContext } from '../holders/open-context.ts';
import { proveOnPage } from '../holders/prove-on-page.ts';
import { signInOnPage } from '../holders/sign-in-on-page.ts';
import type { Start } from '../holders/start.ts';
import type { CircuitBreaker } from '../http/circuit-breaker.ts';
import { Unanswered } from '../http/unanswered.ts';
import type { Asked } from '../questions/questions.ts';
import { readHtml } from '../readers/html.ts';
import type { Observation, Outcome } from '../types.ts';
import { inParallel } from './in-parallel.ts';
import { type Look, unreadable } from './look.ts';

export interface AppProbe {
  base: string;
  surface: AppSurface;
  browser: Browser;
  asked: readonly (Asked & { read?: readonly string[] })[];
  pages: Readonly<Record<string, PageSigns>>;
  /** Names that people read, for the proof of who is signed in. */
  planNames: Readonly<Record<string, string>>;
  vocabulary: Vocabulary;
  /** States in which an account shows nothing of its plan. */
  emptyStates: readonly string[];
  /** A second look: which observations are wanted, and where their pictures go. */
  twice?: { ids: ReadonlySet<string>; pictures: Pictures };
  /** Each page is waited for until it asks for nothing more. */
  rests?: boolean;
  /** How to become somebody, where the surface does not say it by itself. */
  holders?: Holders | undefined;
  /** Of the product, shared by all sessions: who is given up is asked no more. */
  breaker?: CircuitBreaker;
  progress?(done: number, of: number): void;
}

const AT_ONCE = 3;
/** A browser that is stuck does not hold up the others. */
const CLOSE_MS = 5_000;

export async function probeApp(probe: AppProbe): Promise<Look> {
  let done = 0;
  const all = await inParallel(probe.asked, AT_ONCE, async (asked) => {
    const seen = await probeHolder(probe, asked).catch(
      (error): HolderLook => ({ observations: nothingSeen(probe, asked, plainly(error)) }),
    );
    done += 1;
    probe.progress?.(done, probe.asked.length);
    return seen;
  });
  const observations = all.flatMap((one) => one.observations);
  const seen = observations.filter((one) => one.outcome.kind !== 'unread');
  return {
    observations,
    documents: new Set(seen.flatMap((one) => one.at.map((at) => (at.kind === 'page' ? at.url : '')))).size,
    excluded: [],
    visits: all.flatMap(({ visit }) => visit ?? []),
  };
}

interface HolderLook {
  observations: Observation[];
  visit?: Visit;
}

async function probeHolder(probe: AppProbe, asked: AppProbe['asked'][number]): Promise<HolderLook> {
  const { base, holders, surface, breaker } = probe;
  if (breaker?.reason) return { observations: nothingSeen(probe, asked, breaker.reason) };
  const { done, reason, left } = await asHolder({
    ...{ holders, holder: asked.holder, base, kind: 'app' },
    work: (start) => lookFrom(probe, asked, start),
  });
  const { observations, visit } = done ?? { observations: nothingSeen(probe, asked, reason) };
  return {
    observations: [...observations, ...(left === undefined ? [] : [unreadable(surface.id, left, [])])],
    ...(visit && { visit }),
  };
}

async function lookFrom(probe: AppProbe, asked: AppProbe['asked'][number], start: Start): Promise<HolderLook> {
  const context = await openContext(probe.browser, probe.base, start);
  try {
    const open = await OpenPage.open(context, openingOf(probe));
    const observations = await lookAsHolder(probe, asked, { start, open });
    return { observations, visit: { holder: asked.holder, opened: open.opened, requests: open.requests } };
  } finally {
    await Promise.race([context.close().catch(() => {}), wait(CLOSE_MS, undefined, { ref: false })]);
  }
}

function openingOf(probe: AppProbe): OpenOptions {
  const { breaker, surface, twice } = probe;
  const signInPage = signInOf(probe)?.page;
  return {
    plain: !twice,
    ...(signInPage !== undefined && { signInPage }),
    ...(surface.timeout !== undefined && { stepMs: surface.timeout * 1000 }),
    ...(breaker && { breaker }),
  };
}

async function lookAsHolder(
  probe: AppProbe,
  asked: AppProbe['asked'][number],
  { start, open }: { start: Start; open: OpenPage },
): Promise<Observation[]> {
  const { holder, questions } = asked;
  if (probe.surface.must_not_request) await lookAtSignIn(probe, open).catch(() => {});
  const reason = await open.within(() => stranger(probe, open.page, holder, start)).catch(plainly);
  if (reason) return nothingSeen(probe, asked, reason);
  await hideSession(probe, open.page);
  const out: Observation[] = [];
  for (const question of questions) out.push(await lookAtPage(probe, open, question));
  for (const path of asked.read ?? probe.surface.read ?? []) out.push(...(await readPage(probe, open, path, holder)));
  return out;
}

/** What a browser keeps from its pages is what somebody is known by: words that others may read are no such thing. */
async function hideSession({ holders }: AppProbe, page: Page): Promise<void> {
  const cookies = holders ? await page.context().cookies() : [];
  holders?.mask.addFound(...cookies.filter((one) => one.httpOnly).map((one) => one.value));
}

/** What it asks for before anybody has signed in is waited for. */
async function lookAtSignIn(probe: AppProbe, open: OpenPage): Promise<void> {
  const page = signInOf(probe)?.page;
  if (page === undefined) return;
  await open.within(async () => {
    await open.goto(page);
    await open.rest(waitMs(probe.surface));
  });
}

async function lookAtPage(probe: AppProbe, open: OpenPage, question: Question): Promise<Observation> {
  const { surface, twice } = probe;
  const path = question.subject.facet ?? '/';
  const signIn = signInOf(probe)?.page;
  const gate = { path, signs: probe.pages[path]!, waitMs: waitMs(surface), ...(signIn !== undefined && { signIn }) };
  try {
    const { outcome, decided } = await open.within(async () => {
      const looked = await lookAtGate(open, gate);
      if (probe.rests) await open.rest(waitMs(surface));
      return looked;
    });
    const seen = answered(probe, question, outcome);
    if (!twice || outcome.kind !== 'read') return seen;
    const places = decided.map((dom) => ({ dom }));
    const [shown] = await withPicture(open, [seen], { ...twice, ...maskOf(probe), places, path, by: question.holder! });
    return shown!;
  } catch (error) {
    return answered(probe, question, { kind: 'unread', reason: plainly(error) });
  }
}

function nothingSeen(probe: AppProbe, { questions }: Asked, reason: string): Observation[] {
  return questions.map((question) => answered(probe, question, { kind: 'unread', reason }));
}

/** Why nobody can be sure that this is the holder's session, or nothing. */
async function stranger(
  probe: AppProbe,
  page: Page,
  holder: Holder,
  { variables }: Start,
): Promise<string | undefined> {
  const { surface, planNames } = probe;
  const names = { ...variables, plan: planNames[holder.version] ?? holder.version };
  const signIn = signInOf(probe);
  const refused = signIn && (await signInOnPage(page, signIn, names));
  if (refused) return refused;
  const { page: path, selector, shows, states } = surface.who_am_i;
  return proveOnPage(page, {
    ...{ page: path, selector },
    wanted: fill(shows, { ...names, state: states?.[holder.state] ?? holder.state }),
  });
}

/** Nothing where somebody is signed in without a page. */
function signInOf({ surface, holders }: AppProbe): SignInPage | undefined {
  return surface.sign_in ?? holders?.way.sign_in_page;
}

/** Words of a page that is about the holder's own plan. */
async function readPage(probe: AppProbe, open: OpenPage, path: string, own: Holder): Promise<Observation[]> {
  const { surface, vocabulary, emptyStates, twice } = probe;
  const keepsNothing = emptyStates.includes(own.state);
  const unread = (reason: string) => unreadable(surface.id, reason, [placeAt(path)], path);
  try {
    const [status, html, loading] = await open.within(async () => {
      const answered = await open.goto(path);
      const why = await whyNotLoaded(open, waitMs(surface));
      return [answered, await open.page.content(), why] as const;
    });
    const { blocks } = readHtml(html, path);
    const by = (all: Observation[]) => all.map((one) => ({ ...one, by: own }));
    const words = by(readOwnedWords(blocks, surface.id, vocabulary));
    if (keepsNothing) return words;
    if (status === 0 || status >= 400) return [unread(`answered ${status || 'nothing'}`)];
    if (new URL(open.page.url()).pathname !== path) return [unread('leads elsewhere')];
    const claims = by(readClaims(blocks, { surface: surface.id, vocabulary, own }));
    if (loading) return [unread(loading)];
    if (!claims.length) return [unread('says nothing about the plan')];
    if (!twice) return [...claims, ...words];
    const wanted = [...claims, ...words].filter((one) => twice.ids.has(idOf(one)));
    const how = { ...twice, ...maskOf(probe), places: placesOf(wanted), path, by: own };
    return await open.within(() => withPicture(open, wanted, how));
  } catch (error) {
    return [unread(plainly(error))];
  }
}

function maskOf({ holders }: AppProbe): Pick<Holders, 'mask'> | undefined {
  return holders && { mask: holders.mask };
}

function waitMs({ wait: seconds = 5 }: AppSurface): number {
  return seconds * 1000;
}

function plainly(error: unknown): string {
  return error instanceof Unanswered ? error.message : `the browser gave up: ${errorWords(error)}`;
}

function answered(probe: AppProbe, about: Question, outcome: Outcome): Observation {
  const path = about.subject.facet ?? '/';
  const { role, name } = probe.pages[path]?.shows ?? { role: '', name: '' };
  return { surface: probe.surface.id, about, outcome, at: [placeAt(path, `${role} “${name}”`)] };
}

function placeAt(url: string, selector = 'html'): Observation['at'][number] {
  return { kind: 'page', url, selector, words: '' };
}
