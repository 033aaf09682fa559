/** A site as a server answers it, and what is configured, go in; what a probe read and did not read there comes out. */
import { readFileSync } from 'node:fs';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import type { CrawlConfig, SiteSurface } from '../../../verifier/config/types.ts';
import { probeSite } from '../../../verifier/probes/site.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';
import { type Answer, serve } from './serve.ts';

const WORDS = vocabulary(matrixOf(readFileSync('test/fixtures/stranger/harbor.matrix.yaml', 'utf8')).matrix);

export interface Looked {
  /** `/pricing studio-2024 price 1900`: every claim with its page. */
  claims: string[];
  /** `/pricing answered 500`. */
  unread: string[];
  /** `/old is linked, and …`. */
  left: string[];
  asked: string[];
  documents: number;
}

/** Bounds are short, so that faults are quick. */
const QUICK = { timeout: 0.4, patience: 0.3, most_megabytes: 0.2 };

export async function looked(
  answers: Readonly<Record<string, Answer>> | ((base: string) => Readonly<Record<string, Answer>>),
  crawl: CrawlConfig = {},
  surface: Partial<SiteSurface> = {},
): Promise<Looked> {
  const live: Record<string, Answer> = {};
  const served = await serve(live);
  Object.assign(live, typeof answers === 'function' ? answers(served.base) : answers);
  try {
    const look = await probeSite({
      base: served.base,
      surface: {
        id: 'site',
        kind: 'site',
        server: 's',
        start: ['/'],
        crawl: { twins: false, ...QUICK, ...crawl },
        ...surface,
      },
      vocabulary: WORDS,
    });
    const url = ({ at }: { at: readonly { kind: string }[] }) => (at[0] as unknown as { url: string }).url;
    return {
      claims: look.observations.flatMap((one) =>
        one.outcome.kind === 'read' && 'words' in one.about ? [`${url(one)} ${one.about.words}`] : [],
      ),
      unread: look.observations.flatMap((one) =>
        one.outcome.kind === 'unread' ? [`${url(one)} ${one.outcome.reason}`] : [],
      ),
      left: look.excluded.map(({ what, reason }) => `${what} ${reason}`),
      asked: served.asked,
      documents: look.documents,
    };
  } finally {
    await served.stop();
  }
}
