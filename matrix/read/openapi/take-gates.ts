/** A matrix and the document that its `gates_from` names go in; the matrix with the document's gates comes out. */
import type { Problem } from '../../problem.ts';
import { oneLine } from '../one-line.ts';
import type { RawGate, RawMatrix } from '../raw.ts';
import { type Path, placeOf, type Source } from '../source.ts';
import { type DocumentGate, type ReadDocument, readDocument } from './read-document.ts';

export type TakenGates =
  | { raw: RawMatrix; source: Source; problems: []; document?: Source }
  | { raw?: undefined; source: Source; problems: Problem[]; document?: Source };

/**
 * `bytes` is the whole document, or undefined when there is none at `gates_from`. A gate that both state alike is one,
 * which has what either says of it. Gates of the document keep their places in it. Without `gates_from`, nothing changes.
 */
export function takeGates(raw: RawMatrix, source: Source, bytes: Uint8Array | string | undefined): TakenGates {
  const { gates_from: path, ...rest } = raw;
  if (path === undefined) return { raw, source, problems: [] };
  if (bytes === undefined) return { source, problems: [unread(source, `There is no file \`${path}\`.`)] };
  const read = readDocument(bytes, path);
  const document = read.source;
  const problems = problemsOf(source, path, read, raw.gates ?? []);
  if (problems.length) return { source, problems, document };
  const { gates, added } = merged(raw.gates ?? [], read.gates);
  return {
    raw: { ...rest, gates },
    source: { ...source, elsewhere: placesOf(document, gates, added) },
    problems: [],
    document,
  };
}

function problemsOf(source: Source, path: string, read: ReadDocument, stated: readonly RawGate[]): Problem[] {
  const [first] = read.problems;
  if (first?.rule === 'matrix/unreadable') {
    const related = [{ at: first.at, words: 'It stands here.' }];
    return [{ ...unread(source, `\`${path}\` cannot be read: ${first.found}`, first.write), related }];
  }
  if (first) return read.problems;
  if (read.gates.length === 0) return [unread(source, `\`${path}\` has no gate at any operation.`, CARRY)];
  return read.gates.flatMap((one) => differences(source, read.source, one, stated));
}

const CARRY = '`x-planproof-gate: { key: … }` at the operations that have one; no `gates_from` where none has.';
const NAME = 'the path of an OpenAPI document, from the folder with planproof.config.yaml.';

function unread(source: Source, found: string, write = NAME): Problem {
  const at = placeOf(source, ['gates_from']);
  return { rule: 'gate/unread', level: 'error', at, found: oneLine(found), write: oneLine(write) };
}

/** What both state is compared; what only one states adds to it. */
function differences(
  source: Source,
  document: Source,
  { gate, path }: DocumentGate,
  stated: readonly RawGate[],
): Problem[] {
  return stated.flatMap((own, index) => {
    if (!isSame(own, gate)) return [];
    return (['key', 'refusal', 'roles'] as const).flatMap((field): Problem[] => {
      if (own[field] === undefined || gate[field] === undefined || words(own[field]) === words(gate[field])) return [];
      const found = `${own.api} has ${field} ${words(own[field])} here, and ${words(gate[field])} in \`${document.path}\`.`;
      const related = [{ at: placeOf(document, [...path, field]), words: 'The document says otherwise here.' }];
      const at = placeOf(source, ['gates', index, field]);
      const write = 'the same in both, or the gate in one of them only.';
      return [{ rule: 'gate/differs', level: 'error', at, found: oneLine(found), write, related }];
    });
  });
}

/** With the fields of maps and the entries of lists in one order. */
function words(value: NonNullable<RawGate['refusal' | 'roles']> | string): string {
  if (typeof value === 'string') return `\`${value}\``;
  if (Array.isArray(value)) return `\`[${value.toSorted().join(', ')}]\``;
  const { status, code } = value as NonNullable<RawGate['refusal']>;
  return code === undefined ? `\`${status}\`` : `\`${status} ${code}\``;
}

/** `/systems/:id` and `/systems/{id}` are one path, whatever the part is called. */
function isSame({ api: a }: RawGate, { api: b }: RawGate): boolean {
  return a !== undefined && b !== undefined && unnamed(a) === unnamed(b);
}

function unnamed(api: string): string {
  return api.replace(/\{[^}/]*\}|:[^/]+/g, '{}');
}

function merged(
  stated: readonly RawGate[],
  read: readonly DocumentGate[],
): { gates: RawGate[]; added: DocumentGate[] } {
  const both = stated.map((own) => ({ ...read.find(({ gate }) => isSame(own, gate))?.gate, ...own }));
  const added = read.filter(({ gate }) => !stated.some((own) => isSame(own, gate)));
  return { gates: [...both, ...added.map(({ gate }) => gate)], added };
}

/** Gates of the document come after those of the matrix. */
function placesOf(document: Source, gates: readonly RawGate[], added: readonly DocumentGate[]): Source['elsewhere'] {
  const first = gates.length - added.length;
  return ([field, index, ...rest]: Path) => {
    const gate = field === 'gates' && typeof index === 'number' ? added[index - first] : undefined;
    return gate && { source: document, path: [...gate.path, ...rest] };
  };
}
