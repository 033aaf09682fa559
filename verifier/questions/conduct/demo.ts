/** `demo` goes in; the questions whether a public demo refuses what it must come out. */
import { type About, type ConductPart, NOTHING, REFUSED } from './conduct.ts';

export function demoConduct({ surface: { demo } }: About): ConductPart {
  if (!demo) return NOTHING;
  const asks = demo.must_refuse.map((request) => ({
    question: { subject: { kind: 'gate' as const, key: request, facet: 'demo' } },
    ...{ promise: REFUSED, request },
  }));
  return { asks, left: [] };
}
