/** The mark of something that was started goes in; what runs because of it outside its process group comes out. On Linux; elsewhere nothing is found. */
import { readdirSync, readFileSync } from 'node:fs';

/** A number is given to another process later; never with the same beginning. */
export interface Escaped {
  pid: number;
  /** Clock ticks since the machine started. */
  began: string;
}

interface Running extends Escaped {
  parent: number;
  group: number;
}

/** In the environment of all that is started; of an audit within an audit it holds the marks of both. */
export const MARK = 'PLANPROOF_RUN';

/**
 * A process that begins a session of its own is in no group of ours any more. It is known by its environment, which it
 * inherits also from a parent that is gone, or by its parents while they run. `group`: left out once it has no member.
 */
export function escapedFrom(mark: string, group?: number): Escaped[] {
  const all = processes();
  const ours = new Set(all.filter((one) => one.group === group || bears(one, mark)).map(({ pid }) => pid));
  for (let before = -1; ours.size > before; ) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all.filter((one) => ours.has(one.pid) && one.group !== group).map(({ pid, began }) => ({ pid, began }));
}

export function stillRuns({ pid, began }: Escaped): boolean {
  return processAt(pid)?.began === began;
}

/** Nothing happens to another that was given its number meanwhile. */
export function tell(one: Escaped, signal: NodeJS.Signals): void {
  try {
    if (stillRuns(one)) process.kill(one.pid, signal);
  } catch {
    // It ended by itself, or belongs to somebody else.
  }
}

function processes(): Running[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processAt(Number(name)) ?? []) : []));
}

/** Nothing for one that has ended, though nobody has asked what with. */
function processAt(pid: number): Running | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything.
    const [state, parent, group, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return { pid, parent: Number(parent), group: Number(group), began: rest[16] ?? '' };
  } catch {
    return undefined;
  }
}

/** Of another user's process nobody can tell. */
function bears({ pid }: Running, mark: string): boolean {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
    return environment.some((one) => one.startsWith(`${MARK}=`) && one.includes(mark));
  } catch {
    return false;
  }
}
