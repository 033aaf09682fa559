/** A probe of an API goes in; how to put some of its questions again, each in a new session, comes out. */
import type { Question } from '../../matrix/types.ts';
import type { Again } from '../audit/confirm.ts';
import { type ApiProbe, probeApi } from './api.ts';
import { edgeProbe } from './limits/edge-probe.ts';

/** An edge that was found by counting is confirmed on both sides already, and counting again would add more. */
export function apiAgain({ progress: _, ...probe }: ApiProbe): Again {
  const { surface } = probe;
  const operationOf = ({ subject: { kind, key, facet = '' } }: Question) => {
    if (facet === 'payload') return surface.entitlements?.request ?? '';
    return (kind === 'limit' ? edgeProbe(surface.limits?.[key])?.request : facet) ?? '';
  };
  return {
    can: ({ about }) => !('words' in about) && operationOf(about).startsWith('GET '),
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
