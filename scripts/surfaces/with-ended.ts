/** A surface that was looked at and its server go in; a server that ended meanwhile is told, and counts as not looked at. */
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import { unreadable } from '../../verifier/probes/look.ts';
import type { Serving } from '../servers/serve-folder.ts';

/** What answered before its end stays; whatever answered afterwards was another. */
export function withEnded(looked: LookedAt, name: string, server: Serving | undefined): LookedAt {
  const over = server?.ended?.();
  if (!over) return looked;
  const reason = `its server \`${name}\` ended with ${over.code} while it was looked at`;
  console.error(`planproof: ${looked.id}: ${reason}: ${over.said}`);
  return { ...looked, observations: [...looked.observations, unreadable(looked.id, reason, [])] };
}
