/** The matrix and `roles` go in; the questions which role is let through at each gate come out. */

import { roomiest } from '../../../matrix/expect/stand-ins.ts';
import type { Gate, Value } from '../../../matrix/types.ts';
import { limitRequest } from '../../probes/conduct/limit-request.ts';
import { type About, type Conduct, type ConductPart, joined, leave, listed } from './conduct.ts';

/** Asked within one contract that may, so that only the role can be the reason. */
export function roleConduct(about: About): ConductPart {
  const { matrix, surface } = about;
  const gates = matrix.gates.filter((gate) => gate.api);
  const count = Object.keys(matrix.roles).length;
  if (!surface.roles) return listed(about, 'roles at gates', count * gates.length, 'the configuration has no `roles`');
  return joined(gates.map((gate) => atGate(about, gate, count)));
}

function atGate(about: About, gate: Gate, count: number): ConductPart {
  const { matrix, surface } = about;
  const [holder] = roomiest(matrix, gate.key);
  const what = `roles at ${gate.api}`;
  if (!holder) return leave(about, what, count, 'the matrix has no contract that may');
  if (!limitRequest(surface, gate.key, gate.api!))
    return leave(about, what, count, 'the configuration does not say how it is reached');
  const asks = Object.keys(matrix.roles).map((role): Conduct => {
    const offered = gate.roles === undefined || gate.roles.includes(role);
    const value: Value = offered ? { kind: 'included' } : { kind: 'refusal', ...surface.roles!.refusal };
    return {
      question: { holder: { ...holder, role }, subject: { kind: 'gate', key: gate.key, facet: gate.api! } },
      promise: { who: 'matrix', value, at: [gate.at] },
      request: gate.api!,
    };
  });
  return { asks, left: [] };
}
