/** For the rules about plans on offer, prices, add-ons and owned words: all their stories. */
import type { Story } from './stories.ts';
import { ADDONS } from './stories-offer-addons.ts';
import { COMPARED } from './stories-offer-compared.ts';
import { NAMES } from './stories-offer-names.ts';
import { PLANS } from './stories-offer-plans.ts';
import { PRICES } from './stories-offer-prices.ts';
import { WORDS } from './stories-offer-words.ts';

export const OFFER_STORIES: readonly Story[] = [...PLANS, ...NAMES, ...PRICES, ...COMPARED, ...ADDONS, ...WORDS];
