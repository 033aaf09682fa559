/** The text of a YAML file goes in; its document and what it says come out, or what keeps it from being edited. */
import { type Alias, type Document, isAlias, isMap, type Node, parseDocument, visit } from 'yaml';
import { type Data, dataOf, type Odd } from './data.ts';

export interface Opened {
  text: string;
  document: Document;
  data: Data;
  /** What each alias stands for. */
  targets: ReadonlyMap<Alias, Node>;
}

/** A range of the text that keeps it from being edited. */
export interface Unreadable {
  from: number;
  to: number;
  found: string;
  write: string;
}

/** `text` has no byte order mark. */
export function openText(text: string): Opened | Unreadable {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const found = `This file is not well-formed: ${error.message.replace(/\.?$/, '.')}`;
    return {
      from: error.pos[0],
      to: error.pos[1],
      found,
      write: 'well-formed YAML first; `planproof check` says more.',
    };
  }
  const root = document.contents as Node | null;
  if (!isMap(root)) {
    return { from: 0, to: 1, found: 'This file is no map.', write: '`planproof: 1`, then `product:` and `plans:`.' };
  }
  const targets = targetsOf(document);
  const odd: Odd[] = [];
  const data = dataOf(root, { targets, odd });
  if (!odd[0]) return { text, document, data, targets };
  const [from = 0, to = 1] = odd[0].node.range ?? [];
  return { from, to, found: odd[0].found, write: odd[0].write };
}

export function isOpened(result: Opened | Unreadable | undefined): result is Opened {
  return result !== undefined && 'document' in result;
}

/** An alias stands for the last node before it that bears its name. */
function targetsOf(document: Document): Map<Alias, Node> {
  const named = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = named.get(node.source);
        if (target) targets.set(node, target);
      } else if ('anchor' in node && node.anchor) named.set(node.anchor, node);
    },
  });
  return targets;
}
