/** A probe of an API goes in; how to put some of its questions again, each in a new session, comes out. */
import type { Question } from '../../matrix/types.ts';
import type { Again } from '../audit/confirm.ts';
import type { Observation } from '../types.ts';
import { type ApiProbe, probeApi } from './api.ts';

/** An edge that was found by counting is confirmed on both sides already, and counting again would add more. */
export function apiAgain({ progress: _, ...probe }: ApiProbe): Again {
  const operationOf = ({ subject }: Question) =>
    (subject.kind === 'limit' ? probe.surface.limits?.[subject.key]?.request : subject.facet) ?? '';
  return {
    can: ({ about }) => !('words' in about) && operationOf(about).startsWith('GET '),
    look: (suspects) => {
      const wanted = new Set(suspects.map(({ about }) => JSON.stringify(about)));
      const asked = probe.asked.flatMap(({ holder, questions }) => {
        const again = questions.filter((question) => wanted.has(JSON.stringify(question)));
        return again.length ? [{ holder, questions: again }] : [];
      });
      return asked.length ? probeApi({ ...probe, asked }) : Promise.resolve<Observation[]>([]);
    },
  };
}
