/** A probe of pages and requests that were seen there go in; how to open those pages again, as those who saw them, comes out. */
import { type Found, pagesOf, type Visit } from '../audit/forbidden-requests.ts';
import { type AppProbe, probeApp } from './app.ts';

/** Of those who are wrong alike, so many are enough. */
const MOST_HOLDERS = 3;

/** Each page is waited for, so that what it asks for late is seen. */
export async function visitsAgain({ progress: _, ...probe }: AppProbe, found: readonly Found[]): Promise<Visit[]> {
  const pages = new Set(pagesOf(found));
  const holders = new Set(
    found.flatMap(({ finding }) =>
      (finding.about.holders ?? []).slice(0, MOST_HOLDERS).map((one) => JSON.stringify(one)),
    ),
  );
  const read = (probe.surface.read ?? []).filter((path) => pages.has(path));
  const asked = probe.asked
    .filter(({ holder }) => holders.has(JSON.stringify(holder)))
    .map(({ holder, questions }) => ({
      ...{ holder, read },
      questions: questions.filter(({ subject }) => pages.has(subject.facet ?? '/')),
    }));
  return (await probeApp({ ...probe, asked, rests: true })).visits ?? [];
}
