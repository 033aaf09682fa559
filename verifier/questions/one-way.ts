/** The questions that are put to a surface go in; the gates that they ask one way only come out. */
import { holdersOf } from '../../matrix/expect/enforced.ts';
import type { Matrix, Question } from '../../matrix/types.ts';
import type { OneWay } from '../types.ts';
import { asksGate, type Way, waysOf } from './ways.ts';

interface Gate {
  question: Question;
  ways: Set<Way>;
}

/** In the order in which the gates are asked. */
export function oneWayGates(matrix: Matrix, surface: string, questions: readonly Question[]): OneWay[] {
  const gates = new Map<string, Gate>();
  for (const question of questions) {
    if (!asksGate(question.subject)) continue;
    const { kind, key, facet = '' } = question.subject;
    const id = JSON.stringify([kind, key, facet]);
    const gate = gates.get(id) ?? { question, ways: new Set() };
    for (const way of waysOf(matrix, question)) gate.ways.add(way);
    gates.set(id, gate);
  }
  return [...gates.values()].flatMap(({ question, ways }): OneWay[] => {
    if (ways.size > 1) return [];
    const { subject } = question;
    const [asked = 'neither'] = ways;
    const because = offered(matrix, question).size > ways.size ? 'left_out' : 'matrix';
    return [{ surface, key: subject.key, gate: gateOf(matrix, subject), asked, because }];
  });
}

/** Everybody the matrix has, asked or not. */
function offered(matrix: Matrix, { subject }: Question): Set<Way> {
  return new Set(holdersOf(matrix).flatMap((holder) => waysOf(matrix, { holder, subject })));
}

/** Operation or page. A limit's questions name its edge, and the gate is the one operation that it is met at. */
export function gateOf(matrix: Matrix, { kind, key, facet = '' }: Question['subject']): string {
  if (kind !== 'limit' && facet !== 'payload') return facet;
  return matrix.gates.find((one) => one.key === key && one.api)?.api ?? '';
}
