/** A text goes in; the names that its sentences call a plan are added to the evidence. */
import { sliceText, type Text } from '../claims/text.ts';
import type { Evidences } from './evidence.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{N}]*\+?(?: \p{Lu}[\p{L}\p{N}]*\+?)?`;
const LIST = String.raw`${NAME}(?:(?:, | and | or |, and |\/| \/ )${NAME})*`;
/** "on the Pro and Business plans", "Pro plan", "everything in Pro", "Pro and above". */
const TOLD: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}])(?:on|in|with|to|from|the|a|an|our|your|for|of|and|or|,) (?:the |our |a )?(?<names>${LIST}) (?:plans?|tiers?|editions?|subscriptions?)(?!\p{L})`,
    'gu',
  ),
  new RegExp(String.raw`^(?:The )?(?<names>${LIST}) (?:plans?|tiers?|editions?)(?!\p{L})`, 'gu'),
  new RegExp(String.raw`\b[Ee]verything in (?:the )?(?<names>${NAME})(?!\p{L})`, 'gu'),
  new RegExp(String.raw`(?<names>${NAME}) (?:and|or) (?:above|higher|up)(?!\p{L})`, 'gu'),
  new RegExp(String.raw`^(?:Tiers?|Plans?|Editions?|Offering|Required plan):\s*(?<names>${LIST})\s*$`, 'gu'),
];

/** Not the first word of a sentence alone: "Upgrade plan", "A plan". */
const NO_NAME =
  /^(?:The|This|That|Your|Our|My|A|An|Any|Every|Each|All|No|New|Other|Which|What|On|In|With|For|If|When|And|Or|Upgrade|Downgrade|Change|Test|Migration|Project|Release|Payment|Rollout|Pricing|Paid|Current|Data|Price)\b/;

export function plansInProse(text: Text, evidences: Evidences): void {
  for (const pattern of TOLD)
    for (const match of text.value.matchAll(pattern)) {
      const names = match.groups!.names!;
      let at = match.index + match[0].indexOf(names);
      for (const name of names.split(/, and |, | and | or |\/| \/ /)) {
        at = text.value.indexOf(name, at);
        if (!NO_NAME.test(name)) evidences.told(sliceText(text, at, at + name.length));
        at += name.length;
      }
    }
}
