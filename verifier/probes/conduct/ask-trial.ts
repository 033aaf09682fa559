/** Questions about starting a trial go in; how the first attempts are answered, and whether too many are held back, come out. */
import type { Question } from '../../../matrix/types.ts';
import type { RefusedWith, TrialConfig } from '../../config/conduct.ts';
import type { Observation } from '../../types.ts';
import { gateOutcome } from '../api.ts';
import { type Became, withHolder } from '../become-holder.ts';
import { meaningOf } from '../meaning.ts';
import { noAnswer } from '../no-answer.ts';
import { pointer } from '../pointer.ts';
import type { Answer } from '../session.ts';
import { type ConductProbe, type Seen, seenAs, unread } from './conduct-probe.ts';

/** What changes a contract is asked by `tryTrial`, after everybody else was asked. */
export function isOfStartedTrial({ subject: { kind, facet = '' } }: Question): boolean {
  return kind === 'trial' && facet !== 'start' && facet !== 'rate_limit';
}

export async function askTrial(probe: ConductProbe, questions: readonly Question[]): Promise<Observation[]> {
  const config = probe.surface.trial;
  if (!config || !questions.length) return [];
  const answers = await attempts(probe, config).catch((error) => noAnswer(error));
  return Promise.all(
    questions.map((question) =>
      seenAs(probe, question, config.request, async () => {
        if (typeof answers === 'string') return unread(answers);
        return question.subject.facet === 'start' ? started(probe, answers) : limited(probe, answers);
      }),
    ),
  );
}

/** As many as are needed to be told to wait. */
function attempts(probe: ConductProbe, config: TrialConfig): Promise<Answer[] | string> {
  return withHolder(probe, config.as, (became) => attemptsOf(became, config));
}

async function attemptsOf(
  { session, reason }: Became,
  { request, body, limited: stop, within }: TrialConfig,
): Promise<Answer[] | string> {
  if (reason) return reason;
  const out: Answer[] = [];
  for (let attempt = 0; attempt < within; attempt++) {
    const answer = await session.send({ request, ...(body && { body }) });
    out.push(answer);
    if (answer.status === stop.status) break;
  }
  return out;
}

/** An instance that was asked before may say at once that it is too soon; then the start is not seen. */
function started(probe: ConductProbe, [first]: Answer[]): Seen {
  const { limited: stop } = probe.surface.trial!;
  if (!first) return unread('nothing was asked');
  if (first.status === stop.status)
    return {
      ...unread('the instance was asked before, and the first attempt was too soon'),
      evidence: [first.evidence],
    };
  return answered(probe, first);
}

function limited(probe: ConductProbe, answers: Answer[]): Seen {
  const { wait } = probe.surface.trial!;
  const last = answers.at(-1);
  if (!last) return unread('nothing was asked');
  const seen = answered(probe, last);
  const told = last.wait ?? 0;
  const inBody = wait === undefined ? told : pointer(last.json, wait);
  // A date has whole seconds only, and so has the moment from which it counts.
  const alike = Math.abs(told - Number(inBody)) <= (/^\d+$/.test(last.retryAfter ?? '') ? 0 : 1);
  if (last.status !== probe.surface.trial!.limited.status || (told > 0 && typeof inBody === 'number' && alike))
    return seen;
  const text = `Retry-After ${last.retryAfter ?? 'is missing'}${wait ? `, ${wait} ${JSON.stringify(inBody) ?? 'is missing'}` : ''}`;
  return { outcome: { kind: 'read', value: { kind: 'words', text } }, evidence: [last.evidence] };
}

function answered({ surface, refusals }: ConductProbe, answer: Answer): Seen {
  const { first, limited: stop } = surface.trial!;
  const known: RefusedWith[] = [first, stop, ...refusals];
  return { outcome: gateOutcome(meaningOf(answer, known, surface.error_code)), evidence: [answer.evidence] };
}
