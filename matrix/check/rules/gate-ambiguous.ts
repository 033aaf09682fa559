/** `gate/ambiguous`: a gate that stands nowhere or for nobody, or two gates at one operation, page or job. */
import type { Problem } from '../../problem.ts';
import type { RawGate } from '../../read/raw.ts';
import { placeOf, type Source } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

const KINDS = { api: 'an operation', app: 'a page', job: 'a job' } as const;

export const gateAmbiguous: MatrixRule = {
  id: 'gate/ambiguous',
  level: 'error',
  from: 'gates',
  find: ({ raw, source }) => {
    const first = new Map<string, number>();
    return (raw.gates ?? []).flatMap((gate, i) => {
      const kinds = (['api', 'app', 'job'] as const).filter((kind) => gate[kind] !== undefined);
      const [kind] = kinds;
      if (kinds.length !== 1 || !kind) return [...misplaced(source, gate, i, kinds), ...forNobody(source, gate, i)];
      const address = `${KINDS[kind]} ${gate[kind]}`;
      const before = first.get(address);
      if (before === undefined) {
        first.set(address, i);
        return forNobody(source, gate, i);
      }
      const related = [{ at: placeOf(source, ['gates', before]), words: `${gate[kind]} has its gate here.` }];
      const write = 'one gate, with exactly one key.';
      const at = placeOf(source, ['gates', i]);
      return [{ at, found: `${gate[kind]} has two gates.`, write, related }, ...forNobody(source, gate, i)];
    });
  },
};

type Found = Omit<Problem, 'rule' | 'level'>;

function misplaced(source: Source, gate: RawGate, i: number, kinds: readonly (keyof typeof KINDS)[]): Found[] {
  const where = kinds.length ? `at ${kinds.map((kind) => KINDS[kind]).join(' and ')} at once` : 'nowhere';
  return [
    {
      at: placeOf(source, ['gates', i]),
      found: `The gate of \`${gate.key}\` stands ${where}.`,
      write: kinds.length
        ? `${kinds.length === 2 ? 'two' : 'three'} gates, one for each.`
        : '`api: GET /path`, `app: /path` or `job: name`.',
    },
  ];
}

function forNobody(source: Source, { key, roles }: RawGate, i: number): Found[] {
  if (roles?.length !== 0) return [];
  return [
    {
      at: placeOf(source, ['gates', i, 'roles']),
      found: `The gate of \`${key}\` is offered to no role.`,
      write: 'the roles that are offered it; no `roles` when all are.',
    },
  ];
}
