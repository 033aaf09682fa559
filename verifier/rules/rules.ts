/** Every rule about a pair that differs, in the order in which they are asked; the first that takes a drift speaks. */
import { capabilityDiffers } from './capability-differs.ts';
import { capabilityUnenforced } from './capability-unenforced.ts';
import { capabilityWithheld } from './capability-withheld.ts';
import { cardDiffers } from './card-differs.ts';
import { claimGuessed } from './claim-guessed.ts';
import { demoReveals } from './demo-reveals.ts';
import { demoSells } from './demo-sells.ts';
import { gateRefusesDifferently } from './gate-refuses-differently.ts';
import { ignoreUnexplained } from './ignore-unexplained.ts';
import { ignoreUnused } from './ignore-unused.ts';
import { keyLeaked } from './key-leaked.ts';
import { limitDiffers } from './limit-differs.ts';
import { limitExceeds } from './limit-exceeds.ts';
import { limitFallsShort } from './limit-falls-short.ts';
import { limitNeverResets } from './limit-never-resets.ts';
import { nameDiffers } from './name-differs.ts';
import { nameRetired } from './name-retired.ts';
import { periodDiffers } from './period-differs.ts';
import { phraseForbidden } from './phrase-forbidden.ts';
import { phraseMissing } from './phrase-missing.ts';
import { planDiffers } from './plan-differs.ts';
import { postureActsDifferently } from './posture-acts-differently.ts';
import { postureDiffers } from './posture-differs.ts';
import { priceDiffers } from './price-differs.ts';
import { priceRetired } from './price-retired.ts';
import { roleUnenforced } from './role-unenforced.ts';
import { roleWithheld } from './role-withheld.ts';
import type { Rule } from './rule.ts';
import { tenantLeaks } from './tenant-leaks.ts';
import { tokenAccepted } from './token-accepted.ts';
import { trialAnswersDifferently } from './trial-answers-differently.ts';
import { trialLastsDifferently } from './trial-lasts-differently.ts';
import { trialNotRateLimited } from './trial-not-rate-limited.ts';
import { trialStartsAgain } from './trial-starts-again.ts';
import { trialStartsDifferently } from './trial-starts-differently.ts';
import { usageDiffers } from './usage-differs.ts';

export const RULES: readonly Rule[] = [
  claimGuessed,
  priceRetired,
  priceDiffers,
  limitDiffers,
  capabilityDiffers,
  planDiffers,
  cardDiffers,
  periodDiffers,
  nameDiffers,
  capabilityUnenforced,
  capabilityWithheld,
  gateRefusesDifferently,
  limitNeverResets,
  postureDiffers,
  postureActsDifferently,
  usageDiffers,
  roleUnenforced,
  roleWithheld,
  tenantLeaks,
  tokenAccepted,
  demoReveals,
  demoSells,
  trialAnswersDifferently,
  trialNotRateLimited,
  trialStartsDifferently,
  trialLastsDifferently,
  trialStartsAgain,
  limitExceeds,
  limitFallsShort,
  phraseForbidden,
  keyLeaked,
  nameRetired,
  phraseMissing,
  ignoreUnexplained,
  ignoreUnused,
];
