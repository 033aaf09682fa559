/** A fault of the evaluator itself enters; whoever listens is told once for each table, with what to do. */

const told = new WeakMap<object, WeakSet<object>>();
/** Stands for what is no object, as a table that never loaded. */
const NO_TABLE = {};

/** Never throws, whatever the listener does. */
export function tellFault(table: unknown, fault: unknown, tell: (fault: unknown) => void = cryOnConsole): void {
  try {
    const about = typeof table === 'object' && table !== null ? table : NO_TABLE;
    const listeners = told.get(about) ?? new WeakSet();
    if (listeners.has(tell)) return;
    told.set(about, listeners.add(tell));
    tell(fault);
  } catch {
    // The caller asked "may they?"; a logger that fails is none of its business.
  }
}

function cryOnConsole(fault: unknown): void {
  console.error(`CRITICAL: ${(fault as Error).message}`, fault);
}
