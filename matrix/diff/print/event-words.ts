/** What came, went or has another id goes in; one sentence about it comes out. */
import type { Event } from '../types.ts';

const SOLD: Readonly<Record<string, string>> = {
  on_sale: 'on sale',
  on_request: 'sold on request',
  legacy: 'no longer sold, and continued',
  retired: 'no longer sold',
  before_launch: 'not sold yet',
  internal: 'never sold',
};

const WHAT: Record<Event['what'], string> = {
  plan: 'plan',
  version: 'version',
  addon: 'add-on',
  capability: 'capability',
  limit: 'limit',
  meter: 'meter',
  line: 'product line',
  key: 'key',
};

export function eventWords({ what, fate, key, name, was, now, plan, kept }: Event): string {
  const kind = WHAT[what];
  const named = name === key ? key : `${name} (${key})`;
  switch (fate) {
    case 'new':
      return `New ${kind}: ${named}${plan === undefined ? '' : `, of the plan ${plan}`}.`;
    case 'ended':
      return `The ${kind} ${named} is gone.`;
    case 'renamed':
      return `The ${kind} ${named} was ${was} before; nothing else follows from that.`;
    case 'moved':
      return `New version of ${name}: ${now}; holders of ${key} ${kept ? 'keep what they have' : 'do not keep all that they have'}.`;
    case 'retired':
      return `Nobody holds the version ${named} any more.`;
    case 'deleted':
      return `The version ${named} is gone, and is not among the retired ids.`;
    case 'reused':
      return was === undefined
        ? `The retired id ${key} is used again${now === undefined ? '' : `, for ${now}`}.`
        : `The version id ${key} was one of ${was}, and is used for ${now} now.`;
    case 'aliased':
      return `Contracts that carry ${key} are read as ${now} now.`;
    case 'realiased':
      return `The earlier id ${key} (${kind}) stood for ${was}, and stands for ${now} now.`;
    case 'unaliased':
      return `The earlier id ${key} (${kind}) stood for ${was}, and is no longer read.`;
    case 'sale':
      return `${named} was ${SOLD[was!]}, and is ${SOLD[now!]} now.`;
  }
}
