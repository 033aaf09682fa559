import { describe, expect, it } from 'vitest';
import { secondsToWait } from '../../app/records/patrol-runs.ts';

const now = new Date('2025-06-01T12:00:00.000Z');
const ago = (...seconds: number[]) => seconds.map((s) => new Date(now.getTime() - s * 1000));

describe('the wait for the next run', () => {
  it.each([
    ['nothing started', ago(), 1, undefined],
    ['room is left', ago(30), 2, undefined],
    ['the only one started just now', ago(0), 1, 3600],
    ['the only one is about to leave', ago(3599.5), 1, 1],
    ['two fit, and the older one leaves first', ago(3000, 10), 2, 600],
    ['more stand than fit since the contract changed', ago(3000, 2000, 10), 1, 3590],
    ['none fits', ago(10), 0, undefined],
    ['every one fits', ago(10), 'unlimited', undefined],
  ] as const)('%s', (_, started, limit, seconds) => {
    expect(secondsToWait(started, limit, 3600, now)).toBe(seconds);
  });
});
