/** What was seen on a surface goes in; the same, its reasons, words and evidence free of secrets, comes out. */
import type { Observation } from '../types.ts';
import type { Mask } from './mask.ts';

/** What identifies a finding is not touched, so that it keeps its key when a token changes. */
export function maskLook<T extends { observations: Observation[] }>(mask: Mask, look: T): T {
  return { ...look, observations: look.observations.map((one) => masked(mask, one)) };
}

function masked(mask: Mask, { outcome, about, at, evidence, ...rest }: Observation): Observation {
  return {
    ...rest,
    outcome: outcome.kind === 'unread' ? { ...outcome, reason: mask.hide(outcome.reason) } : outcome,
    about: 'words' in about ? { ...about, words: mask.hide(about.words) } : about,
    at: mask.hideAll(at),
    ...(evidence && { evidence: mask.hideAll(evidence) }),
  };
}
