/** `demo` goes in; the questions whether a public demo refuses what it must, and sells nothing on its pages, come out. */
import { NOTHING_SOLD } from '../../probes/conduct/nothing-sold.ts';
import type { Side } from '../../types.ts';
import { type About, type ConductPart, joined, listed, NOTHING, REFUSED } from './conduct.ts';

export function demoConduct(about: About): ConductPart {
  const { demo } = about.surface;
  if (!demo) return NOTHING;
  const refused = demo.must_refuse.map((request) => ({
    question: { subject: { kind: 'gate' as const, key: request, facet: 'demo' } },
    ...{ promise: REFUSED, request },
  }));
  if (!demo.pages)
    return joined([
      { asks: refused, left: [] },
      listed(about, 'what pages of the demo sell', 1, 'the configuration names no `pages` under `demo`'),
    ]);
  const nothing: Side = { who: 'configuration', value: { kind: 'words', text: NOTHING_SOLD }, at: [] };
  const pages = demo.pages.shown.map((path) => ({
    question: { subject: { kind: 'gate' as const, key: `GET ${path}`, facet: 'demo_page' } },
    ...{ promise: nothing, request: `GET ${path}` },
  }));
  return { asks: [...refused, ...pages], left: [] };
}
