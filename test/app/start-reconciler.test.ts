import { afterEach, expect, it, vi } from 'vitest';
import { startReconciler } from '../../app/downgrade/start-reconciler.ts';

afterEach(() => void vi.useRealTimers());

it('runs by itself, one at a time, goes on after a failure, and stops for good', async () => {
  vi.useFakeTimers();
  let running = 0;
  let runs = 0;
  const told: unknown[] = [];
  const reconciler = startReconciler(
    async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      running--;
      if (++runs === 1) throw new Error('the database is away');
      return { moved: 0, deleted: 0, postures: 0 };
    },
    1000,
    (error) => told.push(error),
  );
  await vi.advanceTimersByTimeAsync(999);
  expect(running).toBe(0);
  await vi.advanceTimersByTimeAsync(3100);
  expect([runs, told.length]).toEqual([2, 1]);
  const asked = reconciler.run();
  const stopped = reconciler.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  await Promise.all([asked, stopped]);
  const then = runs;
  await vi.advanceTimersByTimeAsync(10_000);
  expect([runs, running]).toEqual([then, 0]);
});
