/** An origin goes in; what its robots.txt says, or why nothing may be asked for there, comes out. Asked once. */
import { type Asking, ask } from './ask.ts';
import { ALL_ALLOWED, type Robots, readRobots } from './robots.ts';

export type RobotsOf = (origin: string) => Promise<Robots | { closed: string }>;

/** A file that cannot be had allows all, unless the server is in trouble: then RFC 9309 takes it to forbid all. */
export function robotsFor(asking: Asking): RobotsOf {
  const known = new Map<string, ReturnType<RobotsOf>>();
  const read: RobotsOf = async (origin) => {
    const address = asking.addresses.addressOf('/robots.txt', `${origin}/`) ?? '/robots.txt';
    const reached = await ask(asking, { address, accept: 'text/plain' });
    if (reached.is !== 'answer') return { closed: `robots.txt ${reached.is === 'fault' ? reached.reason : ''}` };
    const { status, bytes } = reached.answer;
    if (status >= 500) return { closed: `robots.txt answered ${status}, which forbids all` };
    const robots = status === 200 ? readRobots(bytes.toString('utf8')) : ALL_ALLOWED;
    if (robots.delay) asking.hostOf(origin).slowDown(1 / robots.delay);
    return robots;
  };
  return (origin) => {
    const before = known.get(origin) ?? read(origin);
    known.set(origin, before);
    return before;
  };
}
