/** The reference product, started anew, goes in; how long 200 looks at gated pages take in a browser, and whether any answer changes, come out. */
import { join } from 'node:path';
import type { AppSurface } from '../../verifier/config/types.ts';
import { probeApp } from '../../verifier/probes/app.ts';
import { startBrowser } from '../../verifier/probes/browser.ts';
import { appQuestions } from '../../verifier/questions/questions.ts';
import type { Observation } from '../../verifier/types.ts';
import { startServer } from '../servers/start-server.ts';
import { appProbe } from '../surfaces/look-at-running.ts';
import { openWorkspace } from '../workspace.ts';
import type { Measured } from './measured.ts';

const CHECKS = 200;
const MOST_SECONDS = 120;

/** `runs` rounds over the same product, one after another; the slowest counts. */
export async function browserChecks(runs = 1): Promise<Measured[]> {
  const { config, matrix } = openWorkspace(join(import.meta.dirname, '../..'));
  const surface = config.surfaces.find((one): one is AppSurface => one.kind === 'app');
  if (!matrix || !surface) throw new Error('the example has no app');
  const server = await startServer(
    surface.server,
    config.servers![surface.server]!,
    join(import.meta.dirname, '../..'),
  );
  const started = await startBrowser();
  if (!started.browser) throw new Error(started.reason);
  try {
    const asked = first(appQuestions(matrix, surface).asked, CHECKS);
    const { must_not_request: _, read: __, ...gatesOnly } = surface;
    const probe = appProbe(matrix, gatesOnly, { base: server.url, browser: started.browser, asked });
    const seconds: number[] = [];
    const answers: string[][] = [];
    for (let n = 0; n < runs; n += 1) {
      const before = performance.now();
      const { observations } = await probeApp(probe);
      seconds.push((performance.now() - before) / 1000);
      answers.push(observations.map(answerOf));
      const others = answers.at(-1)!.filter((answer, at) => answer !== answers[0]![at] || answer.startsWith('unread'));
      console.log(
        `run ${n + 1}: ${observations.length} browser checks in ${seconds.at(-1)!.toFixed(1)} s, ${others.length} unstable`,
      );
    }
    const unstable = answers[0]!.filter((answer, at) =>
      answers.some((one) => one[at] !== answer || one[at]!.startsWith('unread')),
    );
    for (const one of new Set(unstable)) console.log(`unstable: ${one}`);
    return [
      {
        what: `${CHECKS} browser checks, the slowest of ${runs}, as a share of ${MOST_SECONDS} s`,
        ratio: Math.max(...seconds) / MOST_SECONDS,
        target: 1,
      },
      {
        what: `share of them unread, or answered otherwise in one of ${runs} runs`,
        ratio: unstable.length / CHECKS,
        target: 0,
      },
    ];
  } finally {
    await started.browser.close();
    await server.stop();
  }
}

function first<T extends { questions: Q[] }, Q>(asked: readonly T[], most: number): T[] {
  let left = most;
  return asked.flatMap((one) => {
    const questions = one.questions.slice(0, Math.max(0, left));
    left -= questions.length;
    return questions.length ? [{ ...one, questions }] : [];
  });
}

function answerOf({ about, outcome }: Observation): string {
  const { holder, subject } = about as Extract<Observation['about'], { holder?: unknown }>;
  const told =
    outcome.kind === 'read' ? outcome.value.kind : outcome.kind === 'unread' ? `unread (${outcome.reason})` : 'absent';
  return `${told} ${JSON.stringify(holder ?? null)} ${subject.facet ?? ''}`;
}
