/** A finding goes in; the command that looks for just it again, where it is worth a line, comes out. */

import type { Finding } from '../types.ts';
import { oneLine } from './terminal-text.ts';

/** `check` looks at everything again, which nobody has to be told. */
export function replayWords({ replay }: Pick<Finding, 'replay'>): string | undefined {
  return replay?.startsWith('planproof audit') ? oneLine(replay) : undefined;
}
