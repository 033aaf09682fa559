/** A sentence goes in; whether it says what is so today, and not what may be, was, will be or is asked, comes out. */

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** Longer than any sentence that a person wrote. */
const TOO_LONG = 6000;

/** What might be, what others do, what people usually do. */
const NOT_SO =
  /\b(?:if|unless|vs|versus|examples?|wrote|told us|reviewers?|according to|\d+ of \d+|recommend(?:ed|s)?|(?<!\b(?:how|as) )(?:most|many|some) (?:\w+ )?(?:customers?|users?|teams|people|companies)|(?:version|section|chapter) \d+|in (?:its|our|the) tests|suppose|imagine|would|could|might|may (?:also )?(?:get|become|gain|cost|include|offer|receive|change)|should|for example|e\.g\.|for instance|let's say|say you|assuming|used to|previously|formerly|originally|in the past|in v\d\w*|competitors?|competing|alternatives?|whether|on average|money-back|refunds?|refunded|coming soon|planned|roadmap|not yet|in beta|(?:everything|anything|all|nothing|none) (?:but|except|other than)|wish|hope|myth|mistake|wrong|false|soon|we plan to|planning to|nobody|no one|few people|hardly any|in use|by default|opens with|(?:days?|hours?|weeks?) (?:left|remaining|into)|warns? (?:\w+ )?at|with \d+ [^.,]{1,40} costs?|(?:fixed|fixes|resolved|resolves|addressed) (?:an?|the|several|some) (?:\w+ )?(?:issues?|bugs?|problems?|regressions?))\b|\d, \d+,? or \d|\?["')\]]*\s*$/i;

/** What was, or will be from a day on. */
const NOT_NOW = new RegExp(
  String.raw`(?<!\b(?:that|what|which|who|it|they|there|you|we) )\b(?:was|were|had)\b|\b(?:will (?:have|be|get|include|cost|keep) [^.]{0,80}\b(?:from|in|on|starting|after))\b|\b(?:[Ii]n|[Uu]ntil|[Ss]ince|[Bb]efore|[Ff]rom|[Bb]y|[Dd]uring|[Aa]s of|[Ss]tarting|[Oo]n) (?:early |late |mid-?|the end of |\d{1,2}\.? )?(?:(?:19|20)\d\d\b|${MONTH}\b)|\b(?:old|original|earlier|previous|former) (?:\w+ )?(?:prices?|plans?|limits?)\b`,
);

/** What moving between plans does is about both of them. */
const MOVING =
  /\b(?:mov(?:e|es|ing)|switch(?:es|ing)?|downgrad(?:e|es|ing)|upgrad(?:e|es|ing)|chang(?:e|es|ing)) (?:\w+ ){0,3}(?:from|to|between)\b/i;

/** "To use the audit log, upgrade to Pro": what Pro has. */
const UPGRADE_FOR = /^\s*(?:to|for)\b[^,.]{1,80}, (?:please )?(?:upgrade|subscribe|switch) to\b[^,;]*$/i;

export function isPromise(words: string): boolean {
  return (
    words.length <= TOO_LONG &&
    !NOT_SO.test(words) &&
    !NOT_NOW.test(words) &&
    (UPGRADE_FOR.test(words) || !MOVING.test(words))
  );
}
