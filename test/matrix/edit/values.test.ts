import { describe, expect, it } from 'vitest';
import type { SetLimit, SetPrice } from '../../../matrix/edit/matrix-edit.ts';
import { changes, edited } from './edited.ts';

const matrix = (fields: string) => `planproof: 1
product: Tide
limits:
  history: { name: History, unit: day }
  seats: { name: Seats, unit: seat }
  "off": { name: Days off, unit: day }
plans:
  start:
    name: Start
    version: start_v1
    limits: { history: 7, seats: unknown }
  pro:
    name: Pro
    version: pro_v1
    everything_in: start
${fields}`;

const limit = (key: string, value: SetLimit['value']): SetLimit => ({ kind: 'set_limit', plan: 'pro', key, value });
const price = (amount: string, interval: SetPrice['interval'] = 'month', currency = 'USD'): SetPrice => ({
  kind: 'set_price',
  plan: 'pro',
  currency,
  interval,
  amount,
});

describe('a limit', () => {
  it('changes where it stands, in its quotes and before its comment', () => {
    expect(
      changes(matrix("    limits: { history: 'unlimited', seats: 5 } # a lot\n"), limit('history', 'unknown')),
    ).toBe(`
-    limits: { history: 'unlimited', seats: 5 } # a lot
+    limits: { history: 'unknown', seats: 5 } # a lot
`);
  });

  it('loses its quotes when it becomes a number', () => {
    expect(changes(matrix('    limits:\n      history: "unlimited"   # a lot\n'), limit('history', 30))).toBe(`
-      history: "unlimited"   # a lot
+      history: 30   # a lot
`);
  });

  it('is stated under a key that needs quotes, after the others', () => {
    expect(changes(matrix('    limits: {history: 5}\n'), limit('off', 'unlimited'))).toBe(`
-    limits: {history: 5}
+    limits: {history: 5, "off": unlimited}
`);
  });

  it('is stated on a line of its own where the others are', () => {
    const text = matrix('    limits:\n      history: 5 # days\n      # that is all\n\n    price: free\n');
    expect(edited(text, limit('seats', 3))).toBe(
      matrix('    limits:\n      history: 5 # days\n      # that is all\n      seats: 3\n\n    price: free\n'),
    );
  });

  it('is stated first where none was, as the plans before state theirs', () => {
    const now = matrix('    limits: { seats: 3 } # per team\n');
    for (const empty of ['limits: # per team', 'limits: {} # per team', 'limits: { } # per team'])
      expect(edited(matrix(`    ${empty}\n`), limit('seats', 3))).toBe(now);
  });

  it('is stated in a field of its own, before the states', () => {
    expect(edited(matrix('    price: free\n    states: [active]'), limit('seats', 3))).toBe(
      matrix('    price: free\n    limits: { seats: 3 }\n    states: [active]'),
    );
  });

  it('is stated anew where the base says otherwise, and not where it says the same', () => {
    expect(changes(matrix(''), limit('history', 8))).toBe('\n+    limits: { history: 8 }\n');
    expect(changes(matrix(''), limit('history', 7))).toBe('\n\n');
    expect(changes(matrix(''), limit('seats', 'unknown'))).toBe('\n\n');
    expect(changes(matrix(''), limit('off', 'unknown'))).toBe('\n\n');
  });

  it('becomes unknown although a base knows it', () => {
    expect(changes(matrix('    limits: { seats: 3 }\n'), limit('history', 'unknown'))).toBe(`
-    limits: { seats: 3 }
+    limits: { seats: 3, history: unknown }
`);
  });

  it('that others repeat changes for this plan only', () => {
    const text = matrix('    limits: { history: &days 90, seats: *days }\n');
    expect(changes(text, limit('history', 30))).toBe(`
-    limits: { history: &days 90, seats: *days }
+    limits: { history: 30, seats: &days 90 }
`);
    expect(changes(text, limit('seats', 30))).toBe(`
-    limits: { history: &days 90, seats: *days }
+    limits: { history: &days 90, seats: 30 }
`);
  });

  it('in a map that others share leaves it to them', () => {
    const text = matrix('    limits: &most\n      history: 90 # days\n      seats: 5\n  team:\n    limits: *most\n');
    expect(changes(text, limit('history', 30))).toBe(`
-    limits: &most
-      history: 90 # days
+    limits:
+      history: 30 # days
-    limits: *most
+    limits: &most
+      history: 90
+      seats: 5
`);
  });
});

describe('a price', () => {
  it('changes digit by digit', () => {
    expect(changes(matrix('    price: { USD: { month: 4.99, year: 39 } } # net\n'), price('4.90'))).toBe(`
-    price: { USD: { month: 4.99, year: 39 } } # net
+    price: { USD: { month: 4.90, year: 39 } } # net
`);
    expect(changes(matrix('    price: { USD: { month: 4.9 } }\n'), price('4.90'))).toBe(`
-    price: { USD: { month: 4.9 } }
+    price: { USD: { month: 4.90 } }
`);
    expect(changes(matrix('    price: { USD: { month: 4.90 } }\n'), price('4.90'))).toBe('\n\n');
  });

  it('is no float on its way', () => {
    expect(edited(matrix('    price: { USD: { once: 1 } }\n'), price('90071992547409931.10', 'once'))).toContain(
      'once: 90071992547409931.10 }',
    );
  });

  it('takes the place of a word', () => {
    expect(changes(matrix('    price: free # for now\n'), price('5'))).toBe(`
-    price: free # for now
+    price: { USD: { month: 5 } } # for now
`);
  });

  it('takes the place of a word as a block, where prices are blocks', () => {
    const text = matrix('    price: on_request # for now\n  team:\n    price:\n        EUR:\n            month: 9\n');
    expect(changes(text, price('5', 'year', 'EUR'))).toBe(`
-    price: on_request # for now
+    price: # for now
+      EUR:
+        year: 5
`);
  });

  it('comes in a second currency, and for a second interval', () => {
    const text = matrix('    price:\n      USD: { month: 5 }\n');
    expect(changes(text, price('4', 'month', 'EUR'))).toBe('\n+      EUR: { month: 4 }\n');
    expect(changes(text, price('50', 'year'))).toBe(`
-      USD: { month: 5 }
+      USD: { month: 5, year: 50 }
`);
  });

  it('keeps its note, and its list of one', () => {
    const text = matrix('    price: { USD: { year: [{ amount: 190, note: legacy }] } }\n');
    expect(changes(text, price('200', 'year'))).toBe(`
-    price: { USD: { year: [{ amount: 190, note: legacy }] } }
+    price: { USD: { year: [{ amount: 200, note: legacy }] } }
`);
  });

  it('is stated after what it builds on', () => {
    expect(edited(matrix('    has: []\n'), price('5'))).toBe(matrix('    price: { USD: { month: 5 } }\n    has: []\n'));
  });
});
