/** The text of a JSON document goes in; its values, each with its place in a larger text, come out. */
import type { Range } from './source-text.ts';

export type Json = Range &
  ({ kind: 'words'; words: string } | { kind: 'list'; items: Json[] } | { kind: 'object'; fields: Map<string, Json> });

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s"{}[\],:]+/g;

/** `at` is where the document begins. Nothing where it is no JSON. Walks any depth without recursion. */
export function readJson(text: string, at: number): Json | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const top: Json & { kind: 'list' } = { kind: 'list', items: [], from: at, to: at + text.length };
  const open: { node: Json; name?: string | undefined }[] = [{ node: top }];
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const range = { from: at + match.index, to: at + match.index + token.length };
    if (token === '}' || token === ']') open.pop()!.node.to = range.to;
    else if (token === '{') open.push({ node: put(open, { kind: 'object', fields: new Map(), ...range }) });
    else if (token === '[') open.push({ node: put(open, { kind: 'list', items: [], ...range }) });
    else if (isName(open)) open.at(-1)!.name = String(JSON.parse(token));
    else if (token[0] === '"')
      put(open, { kind: 'words', words: String(JSON.parse(token)), from: range.from + 1, to: range.to - 1 });
    else put(open, { kind: 'words', words: token, ...range });
  }
  return top.items[0];
}

function isName(open: readonly { node: Json; name?: string | undefined }[]): boolean {
  const { node, name } = open.at(-1)!;
  return node.kind === 'object' && name === undefined;
}

function put(open: { node: Json; name?: string | undefined }[], value: Json): Json {
  const around = open.at(-1)!;
  if (around.node.kind === 'list') around.node.items.push(value);
  if (around.node.kind === 'object') around.node.fields.set(around.name!, value);
  around.name = undefined;
  return value;
}
