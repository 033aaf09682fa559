/** A probe of an API goes in; how to put some of its questions again, each in a new session, comes out. */
import type { Question } from '../../matrix/types.ts';
import type { Again } from '../audit/confirm.ts';
import type { Observation } from '../types.ts';
import { type ApiProbe, probeApi } from './api.ts';
import { edgeProbe } from './limits/edge-probe.ts';

/** What would write again is asked twice only where the first time left nothing behind: an edge is the same only then. */
export function apiAgain({ progress: _, ...probe }: ApiProbe): Again {
  const { surface, limits, writes } = probe;
  const operationOf = ({ subject: { kind, key, facet = '' } }: Question) => {
    if (facet === 'payload') return surface.entitlements?.request ?? '';
    return (kind === 'limit' ? edgeProbe(surface.limits?.[key])?.request : facet) ?? '';
  };
  const writesTo = ({ about }: Observation) => !('words' in about) && !operationOf(about).startsWith('GET ');
  const once = ({ about }: Observation): string | undefined => {
    if ('words' in about) return 'nobody was asked';
    if (operationOf(about).startsWith('GET ')) return undefined;
    const config = edgeProbe(surface.limits?.[about.subject.key]);
    if (about.subject.kind !== 'limit' || !config) return 'asking again would write again';
    if (config.set) return undefined;
    if (limits[about.subject.key]?.per) return 'what is left of its period was used up by the first count';
    if (!config.undo) return 'what the first count made cannot be taken back, so a second would begin elsewhere';
    return writes.hasLeftSomething ? 'something that the audit made is still there' : undefined;
  };
  return {
    can: (seen) => once(seen) === undefined,
    costly: writesTo,
    once,
    look: (suspects) => {
      const wanted = new Set(suspects.map(({ about }) => JSON.stringify(about)));
      const asked = probe.asked.flatMap(({ holder, questions }) => {
        const again = questions.filter((question) => wanted.has(JSON.stringify(question)));
        return again.length ? [{ holder, questions: again }] : [];
      });
      return asked.length ? probeApi({ ...probe, asked }).then((look) => look.observations) : Promise.resolve([]);
    },
  };
}
