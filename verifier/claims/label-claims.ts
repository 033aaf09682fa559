/** A paragraph, point or cell goes in; who has the things that it opens with, told in brackets at its end, comes out. */
import type { Subject } from '../../matrix/types.ts';
import type { Claim } from './claim.ts';
import { featureOf } from './headings.ts';
import { itemsOf, type Reading } from './items.ts';
import { isPromise } from './promise.ts';
import { whomOf } from './whom.ts';

/** "Audit trail: who did what, and when. (Fleet, On-Premises Max)": sentences stand between the label and its plans. */
const LABEL = /^[^\p{L}\p{N}]*([^.:;\n]{2,60}):\s/u;
const BADGE = /[.!]\s*[*_]{0,2}[([]([^()[\]\n]{2,80})[)\]]\s*$/;
/** Longer texts say more than one thing. */
const LONGEST = 600;

export function labelClaims(reading: Reading, words: string): Claim[] {
  if (words.length > LONGEST || !/[)\]]$/.test(words.trimEnd())) return [];
  const [label, badge] = [LABEL.exec(words), BADGE.exec(words)];
  if (!label || !badge || badge.index < label[0].length || !isPromise(words)) return [];
  const whom = whomOf(reading, badge[1]!);
  if (!whom) return [];
  const span = { from: words.indexOf(label[1]!), to: words.trimEnd().length };
  return subjectsOf(reading, label[1]!).map((subject) => ({
    subject,
    value: { kind: 'included' },
    ...whom,
    certain: true,
    ...span,
  }));
}

/** "Call recording and transcription": each is a name, and nothing else stands there. */
function subjectsOf(reading: Reading, label: string): Subject[] {
  const one = (words: string) => featureOf(words, itemsOf(reading, words, true));
  const whole = one(label);
  if (whole) return [whole];
  const parts = label.split(/,\s*(?:and\s+)?|\s+(?:and|&)\s+/);
  const each = parts.flatMap((part) => one(part) ?? []);
  return each.length === parts.length ? each : [];
}
