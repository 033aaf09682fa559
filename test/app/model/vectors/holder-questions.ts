/** Nothing enters; questions about one holder at a time leave, by the rule that they try. */

import type { ContractHolder } from '../../../../app/evaluator/index.ts';
import type { Ask, Observed, OneAsk, Question } from './vector.ts';

const has = (key: string): OneAsk => ({ method: 'hasCapability', key });
const meter = (key: string): OneAsk => ({ method: 'meterEnabled', key });
const limit = (key: string): OneAsk => ({ method: 'getLimit', key });
const check = (key: string, observed: Observed): OneAsk => ({ method: 'checkLimit', key, observed });
const label = (method: 'version' | 'state' | 'suspended' | 'warns'): Ask => ({ method });

const pro: ContractHolder = { version: 'pro_v2', state: 'active' };
const unknown: ContractHolder = { version: 'gold_v9', state: 'active' };
const listing: ContractHolder = {
  capabilities: ['view', 'audit'],
  meters: ['bytes'],
  limits: { seats: 3, projects: 0 },
};

const KEEPS = {
  trial: 'A trial keeps all that its version has.',
  active: 'An active contract has all that its version has.',
  grace: 'Grace keeps all that was paid for.',
  expired: 'What has expired has what free_v1 has, and nothing that was paid for.',
  suspended: 'A suspended contract has nothing.',
} as const;

/** A rule, the table, and `[holder, ask, why]` for each question. */
type Row = readonly [ContractHolder, Ask, string];

const HOUSE: Readonly<Record<string, readonly Row[]>> = {
  'capability/held': [
    [pro, has('export'), 'The version lists it.'],
    [pro, has('audit'), 'The version does not list it, and what is not listed is not held.'],
    [{ version: 'pro_v1', state: 'active' }, has('audit'), 'A past version keeps what it was sold with.'],
    [pro, has('seats'), 'A limit is no capability.'],
    [pro, has('minutes'), 'A meter is no capability.'],
    [pro, has('no_such_key'), 'A key that the table does not declare is held by nobody.'],
    [pro, has(''), 'The empty name is no key.'],
    [pro, has('constructor'), 'A name that the language itself gives to every map is held only by who has it.'],
    [{ version: 'team_v1', state: 'active' }, has('constructor'), 'And it is held by who has it.'],
    [pro, has('__proto__'), 'A name that the language itself gives to every map is no key.'],
  ],
  'meter/enabled': [
    [pro, meter('minutes'), 'The version lists it.'],
    [pro, meter('bytes'), 'The version does not list it.'],
    [{ version: 'free_v1', state: 'active' }, meter('minutes'), 'A version without a list of meters has none.'],
    [pro, meter('export'), 'A capability is no meter.'],
    [pro, meter('no_such_key'), 'A meter that the table does not declare is off.'],
  ],
  'limit/values': [
    [pro, limit('seats'), 'The number of the version.'],
    [{ version: 'free_v1', state: 'active' }, limit('storage'), 'Nought is a number: nothing at all.'],
    [{ version: 'team_v1', state: 'active' }, limit('projects'), 'Unlimited is a word, never a number.'],
    [pro, limit('calls'), 'Unknown is a word, never a number: the version says that it is not stated.'],
    [{ version: 'pro_v1', state: 'active' }, limit('storage'), 'What the version leaves out is unknown.'],
    [pro, limit('no_such_key'), 'A limit that the table does not declare is unknown.'],
    [pro, limit('toString'), 'A name that the language itself gives to every map is no limit.'],
    [pro, limit('export'), 'A capability is no limit.'],
  ],
  'limit/unknown': [
    [pro, check('calls', 0), 'What is unknown is never granted, not even to nothing.'],
    [pro, check('calls', 1), 'What is unknown is never granted.'],
    [pro, check('no_such_key', 0), 'A limit that the table does not declare is never granted.'],
    [
      unknown,
      check('storage', 'NaN'),
      'An unreadable count opens no unknown limit, whatever the rule says of unreadable ones.',
    ],
    [unknown, check('storage', 0), 'The limits of an unknown version fail closed.'],
    [{ ...pro, limits: { calls: 5 } }, check('calls', 1), 'What the contract states is no longer unknown.'],
  ],
  'limit/unlimited': [
    [{ version: 'team_v1', state: 'active' }, check('projects', 9007199254740992), 'Nothing ends it.'],
    [{ version: 'team_v1', state: 'active' }, check('projects', 'Infinity'), 'Nothing ends it.'],
    [
      { version: 'team_v1', state: 'active' },
      check('projects', 'NaN'),
      'Where there is no limit, the count need not be read.',
    ],
    [
      { version: 'team_v1', state: 'active' },
      check('projects', -1),
      'Where there is no limit, the count need not be read.',
    ],
    [
      { version: 'team_v1', state: 'active' },
      check('projects', 'missing'),
      'Where there is no limit, the count need not be read.',
    ],
    [
      { version: 'team_v1', state: 'expired' },
      check('projects', 3),
      'What was unlimited ends when the contract has expired: free_v1 has two.',
    ],
  ],
  'limit/odd-counts': [
    [pro, check('seats', 4.5), 'A fraction above the soft edge of 4 goes through with a warning.'],
    [pro, check('seats', 5.5), 'A fraction above the hard edge of 5 is refused.'],
    [pro, check('seats', 0), 'Nothing is below every edge.'],
    [pro, check('seats', 9007199254740992), 'A count beyond whole numbers is still above the edge.'],
    [pro, check('seats', 'Infinity'), 'Infinity is above every number.'],
    [
      pro,
      check('storage', 'Infinity'),
      'Infinity is a count, and above every number: the rule about unreadable ones is not asked.',
    ],
    ...(['NaN', '-Infinity', 'missing', -1, -0.5] as const).flatMap((observed): Row[] => [
      [pro, check('seats', observed), `A count of ${observed} cannot be read, and under a number that is refused.`],
      [
        pro,
        check('storage', observed),
        `A count of ${observed} cannot be read, and the rule of this limit allows that.`,
      ],
    ]),
    [
      { version: 'free_v1', state: 'active' },
      check('storage', 'NaN'),
      'The rule of this limit allows what cannot be read, also under nought.',
    ],
    [{ version: 'free_v1', state: 'active' }, check('storage', 1), 'What can be read is judged: one is above nought.'],
  ],
  'alias/keys': [
    [pro, has('download'), 'An old key answers as the key of today.'],
    [pro, has('log'), 'An old key answers as the key of today, also when that is not held.'],
    [pro, limit('max_seats'), 'An old key of a limit answers as the key of today.'],
    [pro, check('max_seats', 5), 'An old key of a limit is judged as the key of today.'],
    [pro, meter('time'), 'An old key of a meter answers as the key of today.'],
    [pro, has('max_seats'), 'An old key of a limit is no capability.'],
    [pro, limit('download'), 'An old key of a capability is no limit.'],
    [
      { state: 'active', capabilities: ['log'] },
      has('audit'),
      'A contract that lists an old key has the key of today.',
    ],
    [{ state: 'active', capabilities: ['log'] }, has('log'), 'Old keys on both sides mean the same key.'],
    [
      { state: 'active', meters: ['time'] },
      meter('minutes'),
      'A contract that lists an old meter has the meter of today.',
    ],
    [
      { state: 'active', limits: { max_seats: 9 } },
      limit('seats'),
      'A contract that lists an old limit has the limit of today.',
    ],
    [
      { state: 'active', limits: { max_seats: 9, seats: 4 } },
      limit('seats'),
      'The name of today counts before the old one.',
    ],
    [
      { state: 'active', limits: { max_seats: 9, seats: 'unknown' } },
      limit('seats'),
      'The name of today counts, also when it says that nothing is stated.',
    ],
    [
      { state: 'active', limits: { b_calls: 2, a_calls: 1 } },
      limit('calls'),
      'Of two old names the first in the alphabet counts, in whatever order they stand.',
    ],
  ],
  'alias/versions': [
    [{ version: 'pro-2019', state: 'active' }, has('audit'), 'An old version id has what the version of today has.'],
    [
      { version: 'pro-2019', state: 'active' },
      limit('seats'),
      'An old version id has the numbers of the version of today.',
    ],
    [{ version: 'pro-2019', state: 'active' }, label('version'), 'An old version id is read and never given out.'],
    [
      { version: 'team.old', state: 'active', addons: { extra_seats: 1 } },
      limit('seats'),
      'An add-on for the plan is for its old version id, too.',
    ],
    [{ version: 'pro-2019', state: 'expired' }, label('version'), 'The name of today is given out in every state.'],
  ],
  'state/keeps': [
    ...(['trial', 'active', 'grace', 'expired', 'suspended'] as const).flatMap((state): Row[] => [
      [{ version: 'team_v1', state }, has('export'), KEEPS[state]],
      [{ version: 'team_v1', state }, has('view'), KEEPS[state]],
      [{ version: 'team_v1', state }, limit('seats'), KEEPS[state]],
      [{ version: 'team_v1', state }, check('seats', 2), KEEPS[state]],
      [{ version: 'team_v1', state }, meter('minutes'), KEEPS[state]],
      [
        { version: 'pro_v2', state },
        label('suspended'),
        `Everything is refused in a state that keeps nothing; this one is ${state}.`,
      ],
      [{ version: 'pro_v2', state }, label('warns'), `A state says itself whether it warns; this one is ${state}.`],
      [{ version: 'pro_v2', state }, label('version'), 'The label of the version stays, whatever the state.'],
    ]),
    [
      { version: 'team_v1', state: 'expired' },
      limit('history'),
      'What has expired has the numbers of the version that the state falls back to.',
    ],
    [{ version: 'team_v1', state: 'expired' }, limit('agents'), 'What that version does not state is unknown.'],
    [
      { version: 'team_v1', state: 'suspended' },
      check('projects', 1),
      'A state that keeps nothing keeps no unlimited either.',
    ],
    [
      { version: 'team_v1', state: 'suspended' },
      check('storage', 'NaN'),
      'A state that keeps nothing lets no unreadable count through.',
    ],
  ],
  'state/unknown': [
    [{ version: 'pro_v2', state: 'paused' }, has('view'), 'A state that the table does not know grants nothing.'],
    [{ version: 'pro_v2', state: 'paused' }, limit('seats'), 'A state that the table does not know states no number.'],
    [
      { version: 'pro_v2', state: 'paused' },
      label('suspended'),
      'A state that the table does not know keeps nothing, so all is refused.',
    ],
    [
      { version: 'pro_v2', state: 'paused' },
      label('state'),
      'A state that the table does not know stays as it is carried.',
    ],
    [{ version: 'pro_v2', state: 'paused' }, label('warns'), 'A state that the table does not know warns of nothing.'],
    [{ version: 'pro_v2' }, has('view'), 'Without a state nothing is granted.'],
    [{ version: 'pro_v2' }, label('state'), 'A missing state stays missing.'],
    [{ version: 'pro_v2' }, label('suspended'), 'Without a state nothing is kept.'],
    [
      { ...listing, state: 'paused' },
      has('audit'),
      'A state that the table does not know does not even grant what is listed.',
    ],
    [
      { version: 'pro_v2', state: 'constructor' },
      label('suspended'),
      'A name that the language itself gives to every map is no state.',
    ],
  ],
  'version/unknown': [
    [unknown, label('version'), 'An unknown version keeps its label.'],
    [unknown, has('view'), 'An unknown version grants nothing that is not listed.'],
    [unknown, limit('seats'), 'The limits of an unknown version are unknown.'],
    [unknown, check('seats', 1), 'The limits of an unknown version fail closed.'],
    [{ ...unknown, ...listing }, has('audit'), 'What an unknown version lists of capabilities counts.'],
    [{ ...unknown, ...listing }, has('export'), 'What it does not list does not.'],
    [{ ...unknown, ...listing }, meter('bytes'), 'What an unknown version lists of meters counts.'],
    [{ ...unknown, ...listing }, limit('seats'), 'What an unknown version lists of limits never counts.'],
    [{ ...unknown, limits: { seats: 'unlimited' } }, check('seats', 1), 'Not even when it lists unlimited.'],
    [
      { ...unknown, addons: { extra_seats: 1, compliance: 1 } },
      has('audit'),
      'An unknown version is of no plan, so no add-on is for it.',
    ],
    [{ ...unknown, state: 'expired' }, has('view'), 'An unknown version does not fall back.'],
    [
      { ...unknown, ...listing, state: 'expired' },
      has('view'),
      'An unknown version does not fall back, whatever it lists.',
    ],
    [
      { ...unknown, ...listing, state: 'suspended' },
      has('audit'),
      'A state that keeps nothing keeps nothing of what is listed.',
    ],
    [{ version: '', state: 'active' }, label('version'), 'The empty version is an unknown one, and no missing one.'],
    [
      { version: '', state: 'active', limits: { seats: 3 } },
      limit('seats'),
      'The empty version is an unknown one, and no missing one.',
    ],
  ],
  'version/missing': [
    [{ state: 'active' }, label('version'), 'A missing version stays missing.'],
    [{ state: 'active' }, has('view'), 'Without a version there is nothing but what is listed.'],
    [{ state: 'active' }, limit('seats'), 'Without a version there is nothing but what is listed.'],
    [{ ...listing, state: 'active' }, has('audit'), 'Without a version what is listed counts.'],
    [{ ...listing, state: 'active' }, has('export'), 'Without a version only what is listed counts.'],
    [{ ...listing, state: 'active' }, limit('seats'), 'Without a version the limits that are listed count.'],
    [
      { ...listing, state: 'active' },
      check('seats', 3),
      'The edges are those of the rule: 80% of 3, rounded up, is 3.',
    ],
    [{ ...listing, state: 'active' }, check('projects', 1), 'A listed nought is a number: one is too many.'],
    [{ ...listing, state: 'trial' }, meter('bytes'), 'A trial may list what it gives.'],
    [{ ...listing, state: 'expired' }, has('view'), 'A contract that lists what it has falls back like any other.'],
    [{ ...listing, state: 'expired' }, has('audit'), 'What was listed is gone when it has expired.'],
    [{ ...listing, state: 'expired' }, limit('seats'), 'The number is that of the fallback, not the listed one.'],
    [{ state: 'expired', limits: {} }, has('view'), 'An empty list is a list.'],
    [{ state: 'expired' }, has('view'), 'Who never had anything does not fall back.'],
    [{ state: 'expired', addons: { boundless: 1 } }, has('view'), 'An add-on by itself is no contract.'],
    [
      { state: 'active', addons: { boundless: 1 } },
      limit('projects'),
      'Without a version there is no plan that an add-on is for.',
    ],
  ],
  'listed/capabilities-and-meters': [
    [
      { ...pro, capabilities: ['audit'] },
      has('audit'),
      'What the contract lists takes the place of the version’s list.',
    ],
    [
      { ...pro, capabilities: ['audit'] },
      has('export'),
      'What the version has and the contract does not list is gone.',
    ],
    [{ ...pro, capabilities: [] }, has('view'), 'An empty list is a list.'],
    [{ ...pro, capabilities: ['audit'] }, meter('minutes'), 'A list of capabilities says nothing of meters.'],
    [{ ...pro, meters: ['bytes'] }, meter('bytes'), 'Listed meters take the place of the version’s.'],
    [{ ...pro, meters: ['bytes'] }, meter('minutes'), 'What the version has and the contract does not list is off.'],
    [{ ...pro, meters: [] }, meter('minutes'), 'An empty list of meters is a list.'],
    [
      { ...pro, capabilities: ['newer_key'] },
      has('newer_key'),
      'A key that the table does not declare is held by nobody, also where it is listed.',
    ],
    [
      { ...pro, capabilities: ['audit'], state: 'expired' },
      has('audit'),
      'What has expired falls back, whatever is listed.',
    ],
    [{ ...pro, capabilities: ['audit'], state: 'grace' }, has('audit'), 'Grace keeps what is listed.'],
  ],
  'listed/limits': [
    [
      { ...pro, limits: { seats: 500 } },
      limit('seats'),
      'The number of a known version holds: a higher one in an old contract does not count.',
    ],
    [
      { ...pro, limits: { seats: 1 } },
      limit('seats'),
      'The number of a known version holds: a cap that was left in does not count.',
    ],
    [
      { version: 'pro_v1', state: 'active', limits: { seats: 1 } },
      check('seats', 400),
      'An unlimited version stays uncapped, whatever cap an old record holds.',
    ],
    [
      { ...pro, limits: { calls: 40 } },
      limit('calls'),
      'Where the version says unknown, the contract’s number counts.',
    ],
    [
      { version: 'pro_v1', state: 'active', limits: { storage: 40 } },
      limit('storage'),
      'Where the version says nothing, the contract’s number counts.',
    ],
    [{ ...pro, limits: { calls: 40 } }, check('calls', 20), 'The edges are those of the rule: half of 40.'],
    [{ ...pro, limits: { calls: 40 } }, check('calls', 21), 'The edges are those of the rule: half of 40.'],
    [{ ...pro, limits: { calls: 40 } }, check('calls', 60), 'The edges are those of the rule: 150% of 40.'],
    [{ ...pro, limits: { calls: 40 } }, check('calls', 61), 'The edges are those of the rule: 150% of 40.'],
    [
      { ...pro, limits: { calls: 'unlimited' } },
      check('calls', 1e9),
      'A contract may state unlimited where its version states nothing.',
    ],
    [{ ...pro, limits: { calls: -1 } }, limit('calls'), 'A negative number is none: unknown.'],
    [
      { ...pro, limits: { calls: 9007199254740992 } },
      limit('calls'),
      'Above 2^53 - 1 a number is none: readers of JSON no longer agree on it.',
    ],
    [
      { ...pro, limits: { newer_key: 5 } },
      limit('newer_key'),
      'A limit that the table does not declare is unknown: nothing says how it is counted.',
    ],
    [
      { ...pro, limits: { calls: 40 }, state: 'expired' },
      limit('calls'),
      'What has expired has the number of the fallback.',
    ],
  ],
  'addon/capabilities-and-meters': [
    [{ ...pro, addons: { compliance: 1 } }, has('audit'), 'An add-on gives its capabilities on top of the version’s.'],
    [{ ...pro, addons: { compliance: 1 } }, has('export'), 'An add-on takes nothing away.'],
    [{ ...pro, addons: { compliance: 1 } }, meter('bytes'), 'An add-on turns its meters on.'],
    [
      { ...pro, addons: { compliance: 1 }, capabilities: ['view'] },
      has('audit'),
      'An add-on gives on top of what is listed, too.',
    ],
    [
      { version: 'team_v1', state: 'active', addons: { compliance: 1 } },
      meter('bytes'),
      'An add-on for other plans gives nothing.',
    ],
    [{ ...pro, addons: { no_such_addon: 1 } }, has('audit'), 'An add-on that the table does not know gives nothing.'],
    [
      { ...pro, addons: { toString: 1 } as Record<string, number> },
      has('audit'),
      'A name that the language itself gives to every map is no add-on.',
    ],
    [{ ...pro, addons: { compliance: 1 }, state: 'grace' }, has('audit'), 'Grace keeps what was bought on top.'],
    [
      { ...pro, addons: { compliance: 1 }, state: 'expired' },
      has('audit'),
      'What has expired keeps nothing that was bought on top.',
    ],
    [
      { ...pro, addons: { compliance: 1 }, state: 'suspended' },
      has('audit'),
      'A state that keeps nothing keeps no add-on.',
    ],
    [
      { version: 'pro-2019', state: 'active', addons: { compliance: 1 } },
      limit('history'),
      'A past version is of its plan, and can have the plan’s add-ons.',
    ],
  ],
  'addon/quantity': [
    [{ ...pro, addons: { extra_seats: 1 } }, limit('seats'), 'Five more are added to the five of the version.'],
    [{ ...pro, addons: { extra_seats: 3 } }, limit('seats'), 'Five more for each one bought.'],
    [{ ...pro, addons: { extra_seats: 3 } }, check('seats', 16), 'The edges move with the number: 80% of 20 is 16.'],
    [{ ...pro, addons: { extra_seats: 3 } }, check('seats', 17), 'The edges move with the number: 80% of 20 is 16.'],
    [{ ...pro, addons: { extra_seats: 3 } }, check('seats', 21), 'The edges move with the number: 20 is the last.'],
    [{ ...pro, addons: { extra_seats: 0 } }, limit('seats'), 'None bought adds nothing.'],
    [{ ...pro, addons: { extra_seats: -1 } }, limit('seats'), 'Less than one is none.'],
    [{ ...pro, addons: { extra_seats: 1.5 } }, limit('seats'), 'A part of one is none: nobody sells that.'],
    [
      { version: 'free_v1', state: 'active', addons: { extra_seats: 1 } },
      limit('seats'),
      'An add-on for other plans adds nothing.',
    ],
    [{ version: 'pro_v1', state: 'active', addons: { extra_seats: 1 } }, limit('seats'), 'Unlimited stays unlimited.'],
    [{ ...pro, addons: { boundless: 1 } }, limit('seats'), 'An add-on may add unlimited.'],
    [
      { ...pro, addons: { boundless: 1 } },
      limit('calls'),
      'What is unknown stays unknown, however much is bought on top.',
    ],
    [
      { ...pro, addons: { boundless: 1 }, limits: { calls: 40 } },
      limit('calls'),
      'It is added to the contract’s own number, where the version states none.',
    ],
    [
      { ...pro, addons: { extra_seats: 9007199254740991 } },
      limit('seats'),
      'A sum ends at 2^53 - 1, and blocks nobody.',
    ],
    [
      { ...pro, addons: { extra_seats: 2, boundless: 1 } },
      limit('seats'),
      'Whatever is added to unlimited is unlimited.',
    ],
  ],
  'addon/takes-a-place': [
    [{ ...pro, addons: { compliance: 1 } }, limit('history'), 'The add-on’s number takes the place of the version’s.'],
    [{ ...pro, addons: { compliance: 3 } }, limit('history'), 'It takes a place once, however many are bought.'],
    [
      { ...pro, addons: { compliance: 1, archive: 1 } },
      limit('history'),
      'Of several that take a place, the greatest counts.',
    ],
    [
      { ...pro, addons: { archive: 1, compliance: 1 } },
      limit('history'),
      'Of several that take a place, the greatest counts, in whatever order.',
    ],
    [
      { ...pro, addons: { short: 1 } },
      limit('history'),
      'A smaller number takes the place as well; then its own addition comes on top.',
    ],
    [
      { ...pro, addons: { short: 2, archive: 1 } },
      limit('history'),
      'First the places are taken, then all is added, for each one bought.',
    ],
    [{ ...pro, addons: { boundless: 1 } }, limit('projects'), 'Unlimited takes a place, too.'],
    [
      { ...pro, addons: { unstated: 1 } },
      limit('seats'),
      'An add-on that does not state its number leaves the version’s.',
    ],
    [
      { ...pro, limits: { history: 1 }, addons: { compliance: 1 } },
      limit('history'),
      'A number of the contract never counts where the version states one.',
    ],
    [
      { version: 'pro_v1', state: 'active', addons: { archive: 1 } },
      check('history', 1000),
      'The edges move with the number.',
    ],
  ],
  deprecated: [
    [pro, has('report'), 'A deprecated capability works.'],
    [{ version: 'pro_v1', state: 'active' }, meter('bytes'), 'A deprecated meter works.'],
    [pro, limit('agents'), 'A deprecated limit works.'],
    [pro, { method: 'deprecated', asks: [has('report')] }, 'Whoever asks for it is warned.'],
    [pro, { method: 'deprecated', asks: [has('report'), has('report')] }, 'Once for each key.'],
    [
      pro,
      { method: 'deprecated', asks: [has('view'), limit('seats'), meter('minutes')] },
      'Nothing is warned of for keys of today.',
    ],
    [pro, { method: 'deprecated', asks: [has('download')] }, 'An old name of a key of today is no deprecated key.'],
    [
      { version: 'free_v1', state: 'active' },
      { method: 'deprecated', asks: [has('report')] },
      'The warning is about the asking, held or not.',
    ],
    [
      pro,
      { method: 'deprecated', asks: [meter('bytes'), limit('agents'), check('agents', 1)] },
      'Meters and limits are warned of as well, in the order of asking.',
    ],
    [
      { version: 'pro_v2', state: 'suspended' },
      { method: 'deprecated', asks: [has('report')] },
      'The state does not matter to the warning.',
    ],
  ],
  'price/version': [
    [{}, { method: 'versionOfPrice', priceId: 'price_pro_year' }, 'A listed price id buys its version.'],
    [{}, { method: 'versionOfPrice', priceId: 'price_pro_2019' }, 'An old price id still buys what it bought.'],
    [{}, { method: 'versionOfPrice', priceId: 'price_unheard_of' }, 'Any other id buys nothing, and never a default.'],
    [{}, { method: 'versionOfPrice', priceId: '' }, 'The empty id buys nothing.'],
    [
      {},
      { method: 'versionOfPrice', priceId: 'toString' },
      'A name that the language itself gives to every map buys nothing.',
    ],
  ],
};

const SMALLEST: readonly Row[] = [
  [{ version: 'only_v1', state: 'active' }, has('view'), 'A table without meters, add-ons and prices answers.'],
  [{ version: 'only_v1', state: 'active' }, meter('view'), 'A table without meters has none on.'],
  [{ version: 'only_v1', state: 'active' }, limit('view'), 'A table without limits states none.'],
  [{ version: 'only_v1', state: 'active', addons: { more: 1 } }, has('view'), 'A table without add-ons knows none.'],
  [{ version: 'only_v1', state: 'expired' }, has('view'), 'A state that the table lacks grants nothing.'],
  [{ version: 'only_v1', state: 'trial' }, label('suspended'), 'A state that the table lacks keeps nothing.'],
  [{}, { method: 'versionOfPrice', priceId: 'price_pro_year' }, 'A table without prices sells nothing.'],
];

export function holderQuestions(): Question[] {
  const of =
    (table: string, rule: string) =>
    (row: Row): Question => {
      const [holder, ask, why] = row;
      return { rule, why, table, ...(ask.method !== 'versionOfPrice' && { holder }), ask };
    };
  return [
    ...Object.entries(HOUSE).flatMap(([rule, rows]) => rows.map(of('house', rule))),
    ...SMALLEST.map(of('smallest', 'table/smallest')),
  ];
}
