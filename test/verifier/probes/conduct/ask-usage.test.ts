/** One more is used: what is shown rises by one, at once or a little later, or it is told by how much it rises. */
import { expect, it } from 'vitest';
import { askUsage } from '../../../../verifier/probes/conduct/ask-usage.ts';
import { movableProduct } from './movable-product.ts';

interface Behaves {
  /** Milliseconds after an event at which each time it is counted. */
  counts?: number[];
  asText?: boolean;
  /** What tells one event from another, where those that came before are dropped. */
  drops?: string[];
  kind?: string;
}

async function rise({ counts = [0], asText = false, drops, kind = 'x' }: Behaves): Promise<string> {
  const counted: number[] = [];
  const product = await movableProduct(
    {
      meters: {
        events: { record: { request: 'POST /events', body: { kind } }, shown: { request: 'GET /bill', at: '/n' } },
      },
    },
    (request, _, body) => {
      if (request === 'GET /me') return [200, { version: 'pro_1', state: 'active' }];
      if (request === 'POST /events') {
        const event = (JSON.parse(body) as { kind: string }).kind;
        if (!drops?.includes(event)) counted.push(...counts.map((after) => Date.now() + after));
        drops?.push(event);
        return [202, {}];
      }
      const n = 7 + counted.filter((at) => at <= Date.now()).length;
      return [200, { n: asText ? String(n) : n }];
    },
  );
  const holder = { version: 'pro_1', state: 'active' as const };
  const question = { holder, subject: { kind: 'meter' as const, key: 'events', facet: 'usage' } };
  try {
    const [seen] = await askUsage(product.probe, [question]);
    const { outcome } = seen!;
    if (outcome.kind === 'unread') return outcome.reason;
    return outcome.kind === 'read' && outcome.value.kind === 'amount' ? String(outcome.value.n) : outcome.kind;
  } finally {
    product.close();
  }
}

it.concurrent.each<[string, Behaves, string]>([
  ['is counted at once', {}, '1'],
  ['is counted a little later', { counts: [700] }, '1'],
  ['is counted twice', { counts: [0, 0] }, '2'],
  ['is counted twice, a little later', { counts: [300, 900] }, '2'],
  ['is never counted', { counts: [] }, '0'],
  ['is shown as text', { asText: true }, '1'],
  ['was there before, and is dropped', { drops: ['x'] }, '0'],
  ['is one that was never sent', { drops: ['x', '{unique}'], kind: '{unique}' }, '1'],
])(
  'an event that %s',
  async (_, behaves, told) => {
    expect(await rise(behaves)).toBe(told);
  },
  20_000,
);
