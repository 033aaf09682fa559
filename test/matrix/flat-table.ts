/**
 * What every contract of Pulse holds, typed by hand from the public facts: one line a version, nothing inherited, nothing
 * computed. The compiled matrix must come to the same.
 *
 * `+` has, `.` has not; `inf` unlimited, `?` not stated. Prices in cents, `|` between the prices of one interval.
 */

/** The columns of `+` and `.`, in the groups in which they are typed. */
const CAPABILITIES = [
  ['update_alerts', 'sso', 'advanced_sso', 'ai_patrol'],
  ['relay', 'mobile_app', 'push_notifications', 'long_term_metrics'],
  ['ai_alerts', 'ai_autofix', 'kubernetes_ai', 'agent_profiles'],
  ['rbac', 'audit_logging', 'advanced_reporting', 'external_probe'],
  ['unlimited', 'multi_tenant', 'multi_user', 'white_label', 'demo_fixtures'],
].flat();

/** In the order of their columns: days of history, systems, patrol runs per hour, client workspaces, users. */
const LIMITS = ['history', 'monitored_systems', 'manual_patrol_runs', 'workspaces', 'users'];

const TABLE = `
version                      | capabilities              | days sys runs ws users | prices
community_v6                 | ++++ .... .... .... ..... | 7   inf 1   ?  ? | free
relay_v6                     | ++++ ++++ .... .... ..... | 14  inf 1   ?  ? | month 499, year 3900
pro_v6                       | ++++ ++++ ++++ ++++ ..... | 90  inf inf ?  ? | month 899, year 7900
pro_plus_v6                  | ++++ ++++ ++++ ++++ ..... | 90  inf inf ?  ? |
pro_annual_v6                | ++++ ++++ ++++ ++++ ..... | 90  inf inf ?  ? |
lifetime_v6                  | ++++ ++++ ++++ ++++ ..... | 90  inf inf ?  ? |
business_v6                  | ++++ ++++ ++++ ++++ ..... | 365 inf inf ?  ? |
cloud_starter                | ++++ ++++ ++++ ++++ ..... | 90  inf inf 1  ? | month 2900, year 24900
cloud_founding               | ++++ ++++ ++++ ++++ ..... | 90  inf inf 1  ? | month 1900
cloud_power                  | ++++ ++++ ++++ ++++ ..... | 90  inf inf 1  ? | month 4900, year 44900
cloud_max                    | ++++ ++++ ++++ ++++ ..... | 90  inf inf 1  ? | month 7900, year 69900
msp_eval                     | ++++ ++++ ++++ ++++ ++... | 90  inf inf 2  ? | on_request
msp_starter                  | ++++ ++++ ++++ ++++ ++... | 90  inf inf 5  ? | month 14900, year 149000
msp_growth                   | ++++ ++++ ++++ ++++ ++... | 90  inf inf 15 ? | month 24900, year 249000
msp_scale                    | ++++ ++++ ++++ ++++ ++... | 90  inf inf 40 ? | month 39900, year 399000
enterprise_v6                | ++++ ++++ ++++ ++++ ++++. | 90  inf inf ?  ? |
msp_hosted_lease             | ++++ ++++ ++++ ++++ ++.+. | 90  inf inf ?  ? |
msp_provider_lease           | ++++ ...+ ++++ ++++ ++.+. | 90  inf inf ?  ? |
v5_pro_monthly_grandfathered | ++++ ++++ ++++ ++++ ..... | 90  inf inf ?  ? | month 900|1900
v5_pro_annual_grandfathered  | ++++ ++++ ++++ ++++ ..... | 90  inf inf ?  ? | year 7900|19000
v5_lifetime_grandfathered    | ++++ ++++ ++++ ++++ ..... | 90  inf inf ?  ? |
`;

export interface FlatRow {
  capabilities: Record<string, 'included' | 'excluded' | 'unknown'>;
  limits: Record<string, number | 'unlimited' | 'unknown'>;
  /** `month: [499]` in cents; free is `any: [0]`, on request `any: ['on_request']`. */
  prices: Record<string, (number | string)[]>;
}

/** Throws when a line has more or fewer cells than there are columns, so that no key is left out by a slip. */
export const FLAT_TABLE: Readonly<Record<string, FlatRow>> = Object.fromEntries(
  TABLE.trim().split('\n').slice(1).map(readRow),
);

function readRow(line: string): [string, FlatRow] {
  const [version = '', marks = '', numbers = '', ...prices] = line.split(/ \| ?/);
  const held = [...marks.replaceAll(' ', '')].map((mark) => (mark === '+' ? 'included' : 'excluded'));
  const stated = numbers.trim().split(/ +/);
  if (held.length !== CAPABILITIES.length || stated.length !== LIMITS.length) throw new Error(`Cells of ${version}`);
  return [
    version.trim(),
    {
      capabilities: Object.fromEntries(CAPABILITIES.map((key, i) => [key, held[i]!])),
      limits: Object.fromEntries(LIMITS.map((key, i) => [key, readLimit(stated[i]!)])),
      prices: readPrices(prices.join('|').trim()),
    },
  ];
}

function readLimit(word: string): number | 'unlimited' | 'unknown' {
  if (word === 'inf') return 'unlimited';
  return word === '?' ? 'unknown' : Number(word);
}

function readPrices(words: string): FlatRow['prices'] {
  if (words === '') return {};
  if (words === 'free') return { any: [0] };
  if (words === 'on_request') return { any: ['on_request'] };
  return Object.fromEntries(
    words.split(', ').map((one) => {
      const [interval = '', amounts = ''] = one.split(' ');
      return [interval, amounts.split('|').map(Number)];
    }),
  );
}
