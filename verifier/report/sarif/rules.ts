/** A report goes in; what SARIF says of each rule in it comes out: what it finds, and how to mend it. */
import type { Level, Report } from '../../types.ts';
import type { FormatOptions } from '../format.ts';
import { listed } from '../listed.ts';
import { ruleHelp } from '../rule-help.ts';
import { ruleIds } from './rule-ids.ts';
import { text } from './text.ts';

interface SarifRule {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  defaultConfiguration: { level: Level };
  properties: { tags: string[]; 'problem.severity': 'error' | 'warning' | 'recommendation' };
}

const SEVERITIES = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

export function sarifRules(report: Report, { pageOf }: FormatOptions): SarifRule[] {
  const levels = new Map(listed(report).map(({ finding }) => [finding.rule, finding.level]));
  return ruleIds(report).map((id) => {
    const { finds, mend } = ruleHelp(id, pageOf?.(id));
    const level = levels.get(id)!;
    return {
      id,
      name: nameOf(id),
      shortDescription: { text: text(finds) },
      fullDescription: { text: text(`${finds} ${mend}`) },
      help: { text: `${finds}\n\n${mend}`, markdown: pageOf?.(id) ?? `# \`${id}\`\n\n${finds}\n\n${mend}\n` },
      defaultConfiguration: { level },
      properties: { tags: ['plans', id.split('/')[0]!], 'problem.severity': SEVERITIES[level] },
    };
  });
}

/** `limit/falls-short` is LimitFallsShort. */
function nameOf(id: string): string {
  return id.replace(/(?:^|[^a-z])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
