/** A posture and its limit enter; its heading and the sentence that says what works, what does not, and until when, leave. */

import { shareInWords } from './count-in-words.ts';
import { momentInWords } from './moment-in-words.ts';
import type { OverLimitPosture } from './over-limit-posture.ts';
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

const LOCKED: PostureWords = {
  title: 'Changes are locked',
  message: 'Nothing can be added, changed or removed. Nothing was deleted. Please contact support.',
};

/** Undefined where there is nothing to say. */
export function postureMessage(rule: LimitRule, situation: PostureSituation): PostureWords | undefined {
  const { posture, since, enforcedFrom, limit, observed } = situation;
  if (posture === 'none') return undefined;
  if (posture === 'abuse_lock') return LOCKED;
  const readable = observed !== undefined && observed >= 0 && typeof limit === 'number';
  const title = readable ? shareInWords(rule, observed, limit) : `${rule.name}: usage cannot be read right now`;
  const back = typeof limit === 'number' ? `until no more than ${limit} are in use` : 'until that is settled';
  if (posture === 'enforcement')
    return {
      title,
      message: `Above what is included since ${momentInWords(since ?? Number.NaN)}. What exists continues and can be removed; nothing new of any kind can be added ${back}.`,
    };
  const why = situation.settling ? 'The change of plan is still being settled' : 'Above what is included';
  const calm = `What exists continues; no ${rule.one} can be added ${back}.`;
  if (posture === 'warning') return { title, message: `${why}. ${calm}` };
  const end =
    enforcedFrom === undefined ? '' : ` From ${momentInWords(enforcedFrom)}, nothing new of any kind can be added.`;
  return { title, message: `${why} for more than 72 hours. ${calm}${end}` };
}
