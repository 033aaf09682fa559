/** What everybody who asks about conduct is given, and how an answer is turned into what was seen. */
import type { Question } from '../../../matrix/types.ts';
import type { Vocabulary } from '../../../matrix/vocabulary.ts';
import type { Evidence, Observation, Outcome } from '../../types.ts';
import type { Becoming } from '../become-holder.ts';
import type { LimitBudget } from '../limits/limit-budget.ts';
import { meaningOf, type Refusal } from '../meaning.ts';
import { noAnswer } from '../no-answer.ts';
import type { Answer } from '../session.ts';
import type { TrialBudget } from './lived-trial.ts';

export interface ConductProbe extends Becoming {
  limits: Readonly<Record<string, LimitBudget>>;
  refusals: readonly Refusal[];
  /** Where the demo runs. */
  demo?: string;
  trial?: TrialBudget | undefined;
  /** What each meter counts. */
  units?: Readonly<Record<string, string>>;
  /** Names by which the pages of a demo could speak of what is sold. */
  vocabulary?: Vocabulary;
}

export interface Seen {
  outcome: Outcome;
  evidence?: Evidence[];
}

/** `request` is where it was seen. Whatever is thrown is why it was not. */
export async function seenAs(
  { surface }: Pick<ConductProbe, 'surface'>,
  about: Question,
  request: string,
  look: () => Promise<Seen>,
): Promise<Observation> {
  const { outcome, evidence = [] } = await look().catch((error): Seen => unread(noAnswer(error)));
  const [method = 'GET', path = '/'] = request.split(' ');
  const who = about.holder ? ` as ${about.holder.version} (${about.holder.state})` : '';
  const told = evidence.map((one) => ({ ...one, request: `${one.request}${who}` }));
  return {
    ...{ surface: surface.id, about, outcome },
    at: [{ kind: 'call', method, path, pointer: '' }],
    ...(told.length && { evidence: told }),
  };
}

export function unread(reason: string): Seen {
  return { outcome: { kind: 'unread', reason } };
}

/** A yes is one with data, a no one of these statuses; everything else tells nothing. */
export function refusedOr(answer: Answer, statuses: readonly number[]): Seen {
  const evidence = [answer.evidence];
  if (statuses.includes(answer.status))
    return { outcome: { kind: 'read', value: { kind: 'refusal', status: answer.status } }, evidence };
  const meaning = meaningOf(answer, [], undefined);
  if (meaning.is === 'allowed') return { outcome: { kind: 'read', value: { kind: 'included' } }, evidence };
  const reason = meaning.is === 'unclear' ? meaning.reason : `answered ${answer.status}`;
  return { outcome: { kind: 'unread', reason: `${reason}; a refusal is one of ${statuses.join(', ')}` }, evidence };
}
