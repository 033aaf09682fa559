/** A posture and its limit enter; its heading and the sentence that says what works, what does not, and until when, leave. */

import { shareInWords } from './count-in-words.ts';
import { momentInWords } from './moment-in-words.ts';
import type { OverLimitPosture, Posture } from './over-limit-posture.ts';
import type { LimitRule, LimitValue } from './table.ts';

export interface PostureWords {
  readonly title: string;
  readonly message: string;
}

export interface PostureSituation extends OverLimitPosture {
  readonly limit: LimitValue;
  readonly observed?: number | undefined;
  readonly settling?: boolean | undefined;
}

export const LOCKED: PostureWords = {
  title: 'Changes are locked',
  message: 'Nothing can be added, changed or removed. Nothing was deleted. Please contact support.',
};

/** Undefined where there is nothing to say. */
export function postureMessage(rule: LimitRule, situation: PostureSituation): PostureWords | undefined {
  const { posture, limit, observed } = situation;
  if (posture === 'none') return undefined;
  if (posture === 'abuse_lock') return LOCKED;
  const readable = observed !== undefined && observed >= 0 && typeof limit === 'number';
  const title = readable ? shareInWords(rule, observed, limit) : `${rule.name}: usage cannot be read right now`;
  const back = typeof limit === 'number' ? `until no more than ${limit} are in use` : 'until that is settled';
  return { title, message: [why(situation), whatWorks(rule, posture, back), end(situation)].filter(Boolean).join(' ') };
}

function why({ posture, since, settling }: PostureSituation): string {
  if (settling) return 'The change of plan is still being settled.';
  if (posture === 'enforcement' && since !== undefined) return `Above what is included since ${momentInWords(since)}.`;
  return posture === 'countdown' ? 'Above what is included for more than 72 hours.' : 'Above what is included.';
}

function whatWorks({ one }: LimitRule, posture: Posture, back: string): string {
  return posture === 'enforcement'
    ? `What exists continues and can be removed; nothing new of any kind can be added ${back}.`
    : `What exists continues; no ${one} can be added ${back}.`;
}

function end({ posture, enforcedFrom }: PostureSituation): string | undefined {
  if (posture !== 'countdown' || enforcedFrom === undefined) return undefined;
  return `From ${momentInWords(enforcedFrom)}, nothing new of any kind can be added.`;
}
