/** An open page, a path and the signs of its gate go in; whether the gate is open to whoever is signed in comes out. */
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import type { Outcome } from '../types.ts';
import { type AxNode, axTree } from './ax-tree.ts';
import { findSigns, type GateJudgement, judgeGate, type PageSigns, seenSigns } from './gate-signs.ts';
import { howUnseen, type Unseen } from './how-seen.ts';
import { CHANGES, type OpenPage } from './open-page.ts';
import { mayBeHeld, stillWorks, type Works, whyNotJudged } from './still-works.ts';

export interface GateLook {
  outcome: Outcome;
  /** DOM numbers of what decided. */
  decided: number[];
}

/** No two alike: a page that changes by a rhythm of its own is not seen at one point of it again and again. */
const PAUSES_MS = [23, 47, 53, 97, 109, 193, 131, 173];

export interface GateToLookAt {
  path: string;
  signs: PageSigns;
  /** Page on which customers sign in: who is led there is seen as nobody. */
  signIn?: string;
  /** What a page shows late is waited for so long; one that shows neither by then is unread. */
  waitMs: number;
}

export async function lookAtGate(open: OpenPage, { path, signs, signIn, waitMs }: GateToLookAt): Promise<GateLook> {
  const status = await open.goto(path);
  if (status >= 500 || status === 429 || status === 404 || status === 0) return unread(`answered ${status}`);
  if (signIn !== undefined && signIn !== path && new URL(open.page.url()).pathname === signIn)
    return unread('leads to the page on which customers sign in');
  const changes = await open.page.evaluate(`${CHANGES} !== null || document.getAnimations().length > 0`);
  return settled(open, signs, changes ? waitMs : 0);
}

interface Looked {
  judgement: GateJudgement;
  decided: number[];
}

/** What is not answered in so many times the wait is held open for good. */
const FOR_GOOD = 3;
/** To take its leave of a page before the question is over. */
const LEAVE_MS = 2_000;

/** Of a page that can change, an answer stands once nothing more is to come and a second look gives it too. */
async function settled(open: OpenPage, signs: PageSigns, waitMs: number): Promise<GateLook> {
  const begun = performance.now();
  const forGood = Math.min(begun + FOR_GOOD * waitMs, open.over - LEAVE_MS);
  let until = begun + waitMs;
  let before: { is: string; since: number } | undefined;
  for (let n = 0; ; n += 1) {
    // First, so that what is seen is that of a page at rest.
    const works = before && (await stillWorks(open));
    const now = await look(open.cdp, signs);
    const { is } = now.judgement;
    const at = performance.now();
    const again = before?.is === is;
    if (!again) before = { is, since: at };
    if (!waitMs) return told(now, open.hadPopups);
    if (again && is !== 'undecided' && !works) return told(now, open.hadPopups);
    // A page that never stops asking for something may have said the same all along.
    if (at > until && before!.since >= until - waitMs / 2) return unread(RESTLESS);
    if (at > until && works && is !== 'undecided' && at < forGood && mayBeHeld(open, works)) until = forGood;
    if (at > until) return atLimit(open, now, { works, after: waitMs });
    await wait(PAUSES_MS[n % PAUSES_MS.length]!);
  }
}

function atLimit(open: OpenPage, now: Looked, { works, after }: { works: Works | undefined; after: number }): GateLook {
  const { is } = now.judgement;
  const why = works && whyNotJudged(open, works, { isOpen: is === 'open', after });
  if (why === undefined) return told(now, open.hadPopups);
  return unread(now.judgement.is === 'undecided' ? `${now.judgement.reason}: ${why}` : why);
}

const RESTLESS = 'did not come to rest: what it shows kept changing';

function told({ judgement, decided }: Looked, popups: boolean): GateLook {
  if (judgement.is === 'undecided')
    return unread(popups ? `${judgement.reason}; it opened another window` : judgement.reason);
  return { outcome: { kind: 'read', value: { kind: judgement.is === 'open' ? 'included' : 'excluded' } }, decided };
}

async function look(cdp: CDPSession, signs: PageSigns): Promise<Looked> {
  const tree = await axTree(cdp);
  const found = findSigns(tree, signs);
  const unseen = new Map<AxNode, Unseen>();
  for (const node of found.content) {
    const why = await howUnseen(cdp, node);
    if (why) unseen.set(node, why);
  }
  const judgement = judgeGate(seenSigns(found, tree, unseen));
  const nodes = judgement.is === 'open' ? found.content : found.locked;
  return { judgement, decided: nodes.flatMap(({ dom }) => dom ?? []) };
}

function unread(reason: string): GateLook {
  return { outcome: { kind: 'unread', reason }, decided: [] };
}
