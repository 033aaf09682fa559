/** A probe of pages goes in; how to look at some of them again, each with a new session and a picture, comes out. */
import type { Holder, Question } from '../../matrix/types.ts';
import { type Again, idOf } from '../audit/confirm.ts';
import type { Pictures } from '../browse/page-evidence.ts';
import type { Asked } from '../questions/questions.ts';
import type { Observation } from '../types.ts';
import { type AppProbe, probeApp } from './app.ts';

export function appAgain({ progress: _, ...probe }: AppProbe, pictures: Pictures): Again {
  return {
    can: (one) => holderOf(one) !== undefined,
    look: async (suspects) => {
      const ids = new Set(suspects.map(idOf));
      const look = await probeApp({ ...probe, asked: askedIn(suspects), twice: { ids, pictures } });
      return look.observations;
    },
  };
}

function askedIn(suspects: readonly Observation[]): Asked[] {
  const byHolder = new Map<string, { holder: Holder; questions: Question[]; read: Set<string> }>();
  for (const one of suspects) {
    const holder = holderOf(one)!;
    const id = `${holder.version} ${holder.state}`;
    const asked = byHolder.get(id) ?? { holder, questions: [], read: new Set<string>() };
    byHolder.set(id, asked);
    const [place] = one.at;
    if (!('words' in one.about)) asked.questions.push(one.about);
    else if (place?.kind === 'page') asked.read.add(place.url);
  }
  return [...byHolder.values()].map(({ read, ...asked }) => ({ ...asked, read: [...read] }));
}

function holderOf({ about, by }: Observation): Holder | undefined {
  return 'words' in about ? by : about.holder;
}
