/** Nothing enters; questions about claims as they are carried, and about time, leave. */

import type { Claims } from '../../../../app/evaluator/index.ts';
import type { Question } from './vector.ts';

/** A second of 2027, and the same moment as clocks of programs count it. */
const END = 1_800_000_000;
const NOW = END * 1000;

const TIMES: readonly (readonly [Claims, number, string])[] = [
  [{ plan_version: 'pro_v2', subscription_state: 'active' }, NOW, 'What needs no end has none.'],
  [{ subscription_state: 'trial' }, NOW, 'A trial without an end has expired.'],
  [
    { subscription_state: 'trial', state_ends_at: END },
    NOW - 1,
    'A trial lasts until its end: the end is in seconds, the clock in milliseconds.',
  ],
  [{ subscription_state: 'trial', state_ends_at: END }, NOW, 'At its end a trial has expired.'],
  [{ subscription_state: 'trial', state_ends_at: END }, NOW + 1, 'After its end a trial has expired.'],
  [{ subscription_state: 'trial', state_ends_at: END + 0.5 }, NOW + 499, 'A part of a second counts.'],
  [{ subscription_state: 'trial', state_ends_at: END + 0.5 }, NOW + 500, 'A part of a second counts.'],
  [{ subscription_state: 'trial', state_ends_at: 0 }, NOW, 'Nought is an end, long ago.'],
  [{ subscription_state: 'grace', state_ends_at: END }, NOW - 1, 'Grace lasts until its end.'],
  [{ subscription_state: 'grace', state_ends_at: END }, NOW, 'At its end grace has expired.'],
  [{ subscription_state: 'grace' }, NOW, 'Grace without an end lasts.'],
  [{ subscription_state: 'active', state_ends_at: END }, NOW + 1, 'An end means nothing to an active contract.'],
  [{ subscription_state: 'suspended', state_ends_at: END }, NOW + 1, 'An end does not lift a suspension.'],
  [{ subscription_state: 'expired', state_ends_at: END }, NOW - 1, 'What has expired does not come back.'],
  [{ subscription_state: 'paused', state_ends_at: END }, NOW + 1, 'An unknown state stays as it is.'],
  [{ plan_version: 'pro_v2' }, NOW, 'A missing state stays missing.'],
  [{}, NOW, 'Claims without anything are of a holder without anything.'],
  [
    {
      plan_version: 'gold_v9',
      subscription_state: 'active',
      capabilities: ['view'],
      meters_enabled: ['minutes'],
      limits: { seats: 3 },
      addons: { short: 1 },
    },
    NOW,
    'All that is listed goes on to the holder, an unknown version with its label.',
  ],
];

const CARRIED: readonly (readonly [unknown, string])[] = [
  [{}, 'Nothing carried is nothing claimed.'],
  [null, 'What is no map claims nothing, and is told.'],
  [[], 'A list claims nothing, and is told.'],
  ['pro_v2', 'A text claims nothing, and is told.'],
  [42, 'A number claims nothing, and is told.'],
  [{ plan_version: 'pro_v2', subscription_state: 'active' }, 'Names of today stay.'],
  [{ plan_version: 'pro-2019' }, 'An old version id becomes the one of today.'],
  [{ plan_version: 'gold_v9' }, 'An unknown version keeps its label.'],
  [
    {
      plan_version: null,
      subscription_state: null,
      capabilities: null,
      limits: null,
      meters_enabled: null,
      addons: null,
      state_ends_at: null,
    },
    'Null is how records write what is missing.',
  ],
  [{ plan_version: '' }, 'An empty version is left out and told.'],
  [{ plan_version: 7 }, 'A version that is no text is left out and told.'],
  [{ subscription_state: 'paused' }, 'An unknown state stays as it is.'],
  [{ subscription_state: true }, 'A state that is no text is left out and told.'],
  [{ newer_field: { a: 1 } }, 'A field that is not known is left out, and nothing is odd about that.'],
  [{ capabilities: ['view', 'export'] }, 'Keys are sorted.'],
  [{ capabilities: ['log', 'audit', 'download'] }, 'Old keys become keys of today, each once.'],
  [{ capabilities: ['newer_key'] }, 'A key that the table lacks is kept.'],
  [{ capabilities: [] }, 'An empty list is a list.'],
  [{ capabilities: ['view', 7, null, ''] }, 'Entries that are no keys are left out and told.'],
  [{ capabilities: 'view' }, 'A list that is none is left out and told.'],
  [{ meters_enabled: ['time', 'bytes'] }, 'Old meters become meters of today.'],
  [{ meters_enabled: { time: true } }, 'A list of meters that is none is left out and told.'],
  [
    { plan_version: 'pro_v2', limits: { seats: 500 } },
    'The number of a known version takes the place of the carried one.',
  ],
  [
    { plan_version: 'pro_v1', limits: { seats: 10, storage: 40 } },
    'A cap on an unlimited version is gone; what the version does not state stays.',
  ],
  [{ plan_version: 'pro-2019', limits: { max_seats: 10 } }, 'Old names on both sides are read as the names of today.'],
  [{ plan_version: 'pro_v2', limits: { calls: 40 } }, 'Where the version says unknown, the carried number stays.'],
  [{ plan_version: 'pro_v2', limits: {} }, 'What was not carried is not added.'],
  [{ plan_version: 'gold_v9', limits: { seats: 500 } }, 'Beside an unknown version no number counts.'],
  [
    { limits: { seats: 3, projects: 'unlimited', calls: 'unknown' } },
    'Without a version all three kinds of value stay.',
  ],
  [{ limits: { newer_key: 5 } }, 'A limit that the table lacks is kept.'],
  [{ limits: { seats: 3, max_seats: 9 } }, 'The name of today counts before the old one.'],
  [{ limits: { b_calls: 2, a_calls: 1 } }, 'Of two old names the first in the alphabet counts.'],
  [{ limits: { seats: -1 } }, 'A negative number becomes unknown, and is told.'],
  [{ limits: { seats: '5' } }, 'A number in a text becomes unknown, and is told.'],
  [{ limits: { seats: null } }, 'A limit of null becomes unknown, and is told.'],
  [
    { plan_version: 'pro_v2', limits: { seats: -1 } },
    'A known version’s number takes its place, and it is told all the same.',
  ],
  [{ limits: { seats: 2.5 } }, 'A part of a number is a number.'],
  [{ limits: { seats: 9007199254740992 } }, 'A number above 2^53 - 1 becomes unknown, and is told.'],
  [{ limits: ['seats'] }, 'A map that is none is left out and told.'],
  [{ addons: { short: 1, extra_seats: 3 } }, 'Add-ons keep their numbers.'],
  [
    { addons: { short: 0, extra_seats: 1.5, archive: '2', compliance: 1 } },
    'Add-ons without a whole number of 1 or more are left out and told.',
  ],
  [{ addons: { no_such_addon: 1 } }, 'An add-on that the table lacks is kept.'],
  [{ addons: 3 }, 'A map of add-ons that is none is left out and told.'],
  [{ state_ends_at: END }, 'An end is in seconds since 1970.'],
  [{ state_ends_at: 0 }, 'Nought is an end.'],
  [{ state_ends_at: -1 }, 'A time before 1970 is left out and told.'],
  [{ state_ends_at: '2027-01-15' }, 'A day in a text is left out and told.'],
];

export function claimsQuestions(): Question[] {
  return [
    ...TIMES.map(
      ([claims, now, why]): Question => ({
        rule: 'claims/time',
        why,
        table: 'house',
        ask: { method: 'holderOf', claims, now },
      }),
    ),
    ...CARRIED.map(
      ([carried, why]): Question => ({
        rule: 'claims/read',
        why,
        table: 'house',
        ask: { method: 'readClaims', carried },
      }),
    ),
  ];
}
