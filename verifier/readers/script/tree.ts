/** The text of a program goes in; its syntax tree, reduced to what reading copy needs, comes out. */
import { type ParserPlugin, parse, parseExpression } from '@babel/parser';
import type { Range } from '../source-text.ts';

/** A node of Babel's tree: fields by name, checked where they are used. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export type Dialect = 'ts' | 'tsx' | 'js';

const PLUGINS: Readonly<Record<Dialect, ParserPlugin[]>> = {
  ts: ['typescript', 'decorators-legacy'],
  tsx: ['typescript', 'jsx', 'decorators-legacy'],
  js: ['jsx', 'flow', 'decorators-legacy'],
};

/** Throws `SyntaxError` where the text is no program, and `RangeError` where it nests too deep. */
export function parseScript(source: string, dialect: Dialect): Node {
  return parse(source, {
    sourceType: 'unambiguous',
    errorRecovery: true,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowUndeclaredExports: true,
    plugins: PLUGINS[dialect],
  }).program as unknown as Node;
}

/** An expression out of a larger text: `at` is where it begins there. Throws `SyntaxError` where it is none. */
export function parseScriptPart(code: string, at: number): Node {
  return parseExpression(code, { ...FROM, startIndex: at, plugins: ['jsx'] }) as unknown as Node;
}

/** Statements out of a larger text. */
export function parseStatements(code: string, at: number): Node {
  const options = { ...FROM, startIndex: at, sourceType: 'module' as const, errorRecovery: true, attachComment: false };
  return parse(code, { ...options, plugins: ['jsx'] }).program as unknown as Node;
}

/** Lines are not asked for, but an offset comes with them. */
const FROM = { startLine: 1, startColumn: 0 };

const NO_CODE = new Set([
  'loc',
  'extra',
  'directives',
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
]);

/** Nodes below one, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const found: Node[] = [];
  for (const [field, value] of Object.entries(node)) {
    if (NO_CODE.has(field)) continue;
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found.filter(({ type }) => !/^TS(?!As|Satisfies|NonNull|Export|Module)/.test(type));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

export function nodeIn(node: Node, field: string): Node | undefined {
  return isNode(node[field]) ? node[field] : undefined;
}

export function nodesIn(node: Node, field: string): Node[] {
  return Array.isArray(node[field]) ? node[field].filter(isNode) : [];
}

/** What `as const`, `satisfies T`, `!` and brackets stand around. */
export function bare(node: Node): Node {
  let at = node;
  while (
    /^(?:TS(?:As|Satisfies|NonNull|TypeAssertion|InstantiationExpression)|ParenthesizedExpression|TypeCastExpression)/.test(
      at.type,
    )
  ) {
    const inner = nodeIn(at, 'expression');
    if (!inner) return at;
    at = inner;
  }
  return at;
}

export function rangeOf({ start, end }: Node): Range {
  return { from: start, to: end };
}
