/** Questions about conduct go in; what the product does, never what it should, comes out. */
import type { Holder, Question } from '../../../matrix/types.ts';
import type { Observation } from '../../types.ts';
import { askDemo } from './ask-demo.ts';
import { askIsolation } from './ask-isolation.ts';
import { askRoles } from './ask-roles.ts';
import { askTokens } from './ask-tokens.ts';
import { askTrial, isOfStartedTrial } from './ask-trial.ts';
import { askUsage } from './ask-usage.ts';
import { type ConductProbe, seenAs, unread } from './conduct-probe.ts';

/** Holders who may make one, by key of a limit. */
export type Owners = Readonly<Record<string, Holder>>;

/** What needs time to be moved is asked by `askOverTime`. Nobody else is asked meanwhile: some of it needs room. */
export async function askConduct(
  probe: ConductProbe,
  questions: readonly Question[],
  owners: Owners,
): Promise<Observation[]> {
  const of = (wanted: (question: Question) => boolean) => questions.filter(wanted);
  const ofGate = (facets: RegExp) => of(({ subject: { kind, facet = '' } }) => kind === 'gate' && facets.test(facet));
  const parts = [
    await askTokens(probe, ofGate(/^(?!expired)\w+_token$/)),
    await askOthers(probe, ofGate(/^other_tenant$/), owners),
    await askRoles(
      probe,
      of(({ holder }) => holder?.role !== undefined),
    ),
    await askDemo(probe, ofGate(/^demo(?:_page)?$/)),
    await askTrial(
      probe,
      of((one) => one.subject.kind === 'trial' && !isOfStartedTrial(one)),
    ),
    await askUsage(
      probe,
      of(({ subject }) => subject.kind === 'meter'),
    ),
  ];
  return parts.flat();
}

async function askOthers(probe: ConductProbe, questions: readonly Question[], owners: Owners): Promise<Observation[]> {
  const out: Observation[] = [];
  for (const config of probe.surface.isolation ?? []) {
    const named = [...(config.reach ?? []), ...(config.lists ?? [])].map((one) => one.request);
    const mine = questions.filter((one) => named.includes(one.subject.key));
    const limit = probe.surface.limits?.[config.of];
    const [owner, other] = [owners[config.of], mine[0]?.holder];
    if (!other) continue;
    const undo = limit && 'undo' in limit ? limit.undo : undefined;
    if (owner && limit && 'request' in limit && undo)
      out.push(...(await askIsolation(probe, { config, limit: { ...limit, undo }, owner, other }, mine)));
    else
      for (const question of mine)
        out.push(
          await seenAs(probe, question, question.subject.key, async () => unread('nobody has room to make one')),
        );
  }
  return out;
}
