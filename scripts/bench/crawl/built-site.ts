/** A number of pages goes in; a built documentation site of that many, by path, comes out, the same each time. */
import { largeDocs } from '../docs/large-docs.ts';

const PAGES_IN_MEGABYTE = 50;
const IN_SECTION = 100;
const CONTENT_CHARACTERS = 8000;
const SIDEBAR = 60;

/** The start page leads to sections, and these to all pages; each page is about 20 kB and bears what sites bear around it. */
export function builtSite(pages: number): Map<string, string> {
  const site = new Map<string, string>();
  const sections = Math.ceil(pages / IN_SECTION);
  const paths = Array.from({ length: pages }, (_, n) => pathOf(n));
  site.set('/', whole('Start', list(Array.from({ length: sections }, (_, n) => `/section/${n}/`)), 0));
  for (let n = 0; n < sections; n += 1)
    site.set(`/section/${n}/`, whole(`Section ${n}`, list(paths.slice(n * IN_SECTION, (n + 1) * IN_SECTION)), n));
  for (const [n, { text }] of largeDocs(Math.ceil(pages / PAGES_IN_MEGABYTE))
    .slice(0, pages)
    .entries())
    site.set(pathOf(n), whole(`Page ${n}`, contentOf(text), n));
  return site;
}

export function pathOf(n: number): string {
  return `/docs/page-${n}/`;
}

function whole(title: string, content: string, n: number): string {
  const around = Array.from({ length: SIDEBAR }, (_, k) => pathOf(Math.floor(n / IN_SECTION) * IN_SECTION + k));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Docs</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="${title} of the docs">
<meta property="og:title" content="${title}"><link rel="stylesheet" href="/style.css"></head>
<body class="page"><a href="#main" class="skip">Skip to content</a>
<header class="header"><div class="wrapper"><a href="/" class="site-title"><span>Docs</span></a>
<nav aria-label="Main"><ul><li><a href="/">Start</a></li><li><a href="/section/0/">Sections</a></li></ul></nav></div></header>
<nav class="sidebar" aria-label="Pages"><ul class="top-level">${around.map((to, k) => `<li class="entry"><a href="${to}" class="link"><span class="label">Page ${k} of the section</span></a></li>`).join('')}</ul></nav>
<main id="main" class="content"><div class="content-panel"><h1 id="_top">${title}</h1></div><div class="content-panel"><div class="markdown-content">${content}</div></div></main>
<footer class="footer"><div class="meta"><p>Last changed in November</p></div><nav aria-label="Pagination"><a href="${pathOf(n)}" rel="prev">Previous</a></nav></footer>
</body></html>`;
}

function list(paths: readonly string[]): string {
  return `<p>All pages of this part.</p><ul>${paths.map((path) => `<li><a href="${path}">${path}</a></li>`).join('')}</ul>`;
}

/** The Markdown of `largeDocs`, and no other, as HTML. */
function contentOf(markdown: string): string {
  const cut = markdown.slice(0, markdown.lastIndexOf('\n\n', CONTENT_CHARACTERS));
  return cut.split('\n\n').slice(3).map(blockOf).join('\n');
}

function blockOf(block: string): string {
  const lines = block.trim().split('\n');
  if (block.startsWith('## ')) return `<div class="heading-wrapper"><h2>${block.slice(3)}</h2></div>`;
  if (block.startsWith('```')) return `<pre><code>${lines.slice(1, -1).join('\n')}</code></pre>`;
  if (/^(?:-|\d\.) /.test(block))
    return `<ul>${lines.map((line) => `<li>${inline(line.replace(/^\S+ /, ''))}</li>`).join('')}</ul>`;
  if (!block.startsWith('|')) return `<p>${inline(block)}</p>`;
  const [head, ...rows] = lines.filter((line) => !line.includes('---'));
  const cells = (line = '', tag: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('');
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>`;
}

function inline(words: string): string {
  return words
    .replace(/`([^`]*)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]*)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]*)\]\(\.\.\/page-(\d+)\.md\)/g, '<a href="/docs/page-$2/">$1</a>');
}
