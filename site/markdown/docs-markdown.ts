/** Makes Markdown fit for the docs: tables scroll inside themselves, and comments for authors stay in the source. */
import type { AstroIntegration } from 'astro';

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  children?: Node[];
}
interface Tree {
  removeNode(node: Node): void;
  replaceNode(node: Node, other: Node): void;
  wrapNode(node: Node, parent: object): void;
  textContent(node: Node): string;
}

export function docsMarkdown(): AstroIntegration {
  return {
    name: 'docs-markdown',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const { options } = config.markdown.processor as { options: { hastPlugins: object[] } };
        options.hastPlugins.push(emptyCorners, scrollingTables, withoutComments);
      },
    },
  };
}

/** The corner above row names is no heading of anything. */
const emptyCorners = {
  name: 'empty-corners',
  element: {
    filter: ['th'],
    visit(cell: Node, tree: Tree) {
      if (!tree.textContent(cell).trim()) tree.replaceNode(cell, { ...cell, tagName: 'td' });
    },
  },
};

/** A wide table must not move the page sideways, and a keyboard must be able to scroll it. */
const scrollingTables = {
  name: 'scrolling-tables',
  element: {
    filter: ['table'],
    visit(table: Node, tree: Tree) {
      const head = table.children?.find((child) => child.tagName === 'thead');
      const columns = head ? tree.textContent(head).replace(/\s+/g, ' ').trim() : '';
      const properties = { className: ['table-scroll'], role: 'group', tabIndex: 0, ariaLabel: `Table: ${columns}` };
      tree.wrapNode(table, { type: 'element', tagName: 'div', properties, children: [] });
    },
  },
};

const withoutComments = {
  name: 'without-comments',
  comment: (node: Node, tree: Tree) => tree.removeNode(node),
  raw(node: Node, tree: Tree) {
    if (/^\s*<!--[\s\S]*?-->\s*$/.test(node.value ?? '')) tree.removeNode(node);
  },
};
