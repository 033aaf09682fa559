/** A number of megabytes goes in; Markdown files of that size come out, the same each time, about the plans of the example. */
import { Random } from '../../fuzz/random.ts';

export interface DocsFile {
  path: string;
  text: string;
}

const FILE_CHARACTERS = 20_000;

/** What a monitoring product's docs are written in; every fourth paragraph or so says something of a plan. */
const WORDS =
  'the agent reports node status every few seconds and a dashboard shows what changed since it was opened last when disks fill up or backups fail an alert reaches whoever is on call through mail or chat storage pools snapshots replication jobs and containers have pages of their own where charts can be zoomed compared and shared open the settings choose a host then select which metrics should be collected keep ports closed unless another machine has to reach them configuration lives in one folder that survives updates restart after editing files by hand logs explain what went wrong in most cases'.split(
    ' ',
  );
const TRUE =
  'Relay keeps 14 days of metric history.|Pro includes the audit log.|Community is free.|The audit log is available on Pro and above.|Relay costs $4.99 a month.|Metric history on Pro goes back 90 days.|Community does not include the audit log.|Monitored systems are unlimited on every plan.'.split(
    '|',
  );

/** A megabyte is a million characters; all of them are ASCII. */
export function largeDocs(megabytes: number): DocsFile[] {
  return Array.from({ length: Math.round((megabytes * 1e6) / FILE_CHARACTERS) }, (_, n) => ({
    path: `docs/part-${Math.floor(n / 50)}/page-${n}.md`,
    text: page(new Random(n + 1), n),
  }));
}

function page(random: Random, n: number): string {
  let text = `---\ntitle: Page ${n}\n---\n\n# Page ${n}\n`;
  while (text.length < FILE_CHARACTERS) text += `\n${PARTS[random.below(PARTS.length)]!(random)}\n`;
  return text;
}

const PARTS: readonly ((random: Random) => string)[] = [
  paragraph,
  paragraph,
  paragraph,
  (random) => `${paragraph(random)} ${TRUE[random.below(TRUE.length)]}`,
  (random) => `## ${sentence(random).slice(0, 40).trim()}`,
  (random) => Array.from({ length: 4 }, () => `- ${sentence(random)} \`option_${random.below(999)}\``).join('\n'),
  (random) => `1. **${word(random)}**: ${sentence(random)}\n2. See [${word(random)}](../page-${random.below(99)}.md).`,
  (random) => `\`\`\`sh\npulse ${word(random)} --${word(random)}=${random.below(999)}\n\`\`\``,
  (random) =>
    `| Option | Default | Meaning |\n| --- | --- | --- |\n${Array.from(
      { length: 4 },
      () => `| \`${word(random)}\` | ${random.below(99)} | ${sentence(random)} |`,
    ).join('\n')}`,
];

function paragraph(random: Random): string {
  return Array.from({ length: 4 }, () => sentence(random)).join(' ');
}

function sentence(random: Random): string {
  const words = Array.from({ length: 12 + random.below(10) }, () => word(random)).join(' ');
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

function word(random: Random): string {
  return WORDS[random.below(WORDS.length)]!;
}
