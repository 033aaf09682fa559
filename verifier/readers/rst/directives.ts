/** The name of a directive goes in; what a reader of the page sees of it comes out. */

export type Shown =
  | 'content'
  | 'titled'
  | 'nothing'
  | 'list-table'
  | 'csv-table'
  | 'table'
  | 'image'
  | 'heading'
  | 'hidden'
  | 'raw'
  | 'include'
  | 'unknown';

const KINDS: Readonly<Record<Exclude<Shown, 'unknown'>, string>> = {
  content:
    'note tip important warning caution attention danger error hint seealso container compound class only rst-class grid card-carousel tab-set tabs hlist centered details figure-md cssclass',
  titled: 'admonition topic sidebar tab-item tab group-tab dropdown grid-item-card card collapse grid-item',
  heading: 'rubric',
  'list-table': 'list-table',
  'csv-table': 'csv-table',
  table: 'table',
  image: 'image figure',
  // Code, quotations and what only the publisher reads.
  nothing:
    'code code-block sourcecode highlight parsed-literal literalinclude math graphviz mermaid uml productionlist prompt epigraph pull-quote highlights toctree contents sectnum index default-role role default-domain currentmodule module target-notes footer header tabularcolumns nosearch raw-role versionadded versionchanged deprecated deprecated-removed title',
  hidden: 'meta',
  raw: 'raw',
  include: 'include',
};

const KNOWN = new Map(
  Object.entries(KINDS).flatMap(([shown, names]) => names.split(' ').map((name) => [name, shown as Shown])),
);

export function shownOf(directive: string): Shown {
  return KNOWN.get(directive.toLowerCase()) ?? 'unknown';
}
