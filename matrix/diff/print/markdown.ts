/** The story of a difference goes in; Markdown for the description of a pull request comes out. */
import type { Line, Mark, Story } from './tell.ts';

const MARKS: Record<Mark, string> = { breaks: '❌', less: '➖', other: '✏️', more: '➕' };

/** More than so many holders are counted. */
const MOST_NAMED = 20;

export function markdownDiff({ product, sections, advice, verdict }: Story): string {
  const told = sections.flatMap(({ title, lines }) => [`### ${title}`, '', ...lines.map(lineText), '']);
  const keep = advice.flatMap(({ say, past_version }) => [
    plain(say),
    '',
    ...(past_version === undefined ? [] : ['```yaml', ...past_version.split('\n').map(unfenced), '```', '']),
  ]);
  const kept = keep.length ? ['### To keep what was promised', '', ...keep] : [];
  return [`## What changes for customers of ${plain(product)}`, '', `**${plain(verdict)}**`, '', ...told, ...kept].join(
    '\n',
  );
}

function lineText({ mark, whom, what, items, because }: Line): string {
  const named = whom
    .slice(0, MOST_NAMED)
    .map(({ name, id }) => (id === undefined ? `**${plain(name)}**` : `**${plain(name)}** (${code(id)})`));
  const more = whom.length > MOST_NAMED ? ` and ${whom.length - MOST_NAMED} more` : '';
  const head = whom.length ? `${named.join(', ')}${more} · ` : '';
  return `- ${MARKS[mark]} ${head}${what ? `${plain(what)}: ` : ''}${items.map(plain).join('; ')}${because ? ` *(${plain(because)})*` : ''}`;
}

/** Text of the matrix never becomes markup, a mention or a link to an issue. */
function plain(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_[\]<>|~#]/g, (character) => `\\${character}`)
    .replace(/@/g, '@\u200b');
}

/** Ids and gates hold no line break; a backtick would end the code. */
function code(id: string): string {
  return `\`${id.replace(/[`\n]/g, ' ')}\``;
}

function unfenced(line: string): string {
  return line.replace(/`{3,}/g, '``');
}
