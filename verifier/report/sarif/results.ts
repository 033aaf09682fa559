/** A report goes in; a SARIF result for each of its findings comes out, the most important first. */
import type { Level, Report } from '../../types.ts';
import type { FormatOptions } from '../format.ts';
import { type Listed, listed, standingWords } from '../listed.ts';
import { valueWords } from '../value-words.ts';
import { type Locations, locationsOf } from './locations.ts';
import { ruleIds } from './rule-ids.ts';
import { text } from './text.ts';

export interface SarifResult extends Locations {
  ruleId: string;
  ruleIndex: number;
  level: Level;
  message: { text: string };
  /** GitHub follows a finding by the first alone, whose form is a hash and a count. */
  partialFingerprints: Record<'primaryLocationLineHash' | 'planproofKey/v1' | 'planproofValues/v1', string>;
  suppressions?: { kind: 'external'; status: 'accepted'; justification: string }[];
  properties: object;
}

export function sarifResults(report: Report, { prefix = '' }: FormatOptions): SarifResult[] {
  const rules = new Map(ruleIds(report).map((rule, index) => [rule, index]));
  const seen = new Map<string, number>();
  return listed(report).map((one) => {
    const { finding, standing } = one;
    const { rule, level, says, fix, key, fingerprint, about, direction, sides, replay } = finding;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return {
      ruleId: rule,
      ruleIndex: rules.get(rule)!,
      level,
      message: { text: text(`${says} Fix: ${fix}`) },
      ...locationsOf(finding, report.matrix.path, prefix),
      partialFingerprints: {
        primaryLocationLineHash: `${key}:${nth}`,
        'planproofKey/v1': key,
        'planproofValues/v1': fingerprint,
      },
      ...suppressed(one),
      properties: {
        surface: about.surface,
        direction,
        standing,
        ...(replay && { replay: text(replay) }),
        sides: sides.map(({ who, value }) => ({ who, says: text(valueWords(value)) })),
      },
    };
  });
}

/** What does not count is suppressed, and says who decided so. */
function suppressed(one: Listed): Pick<SarifResult, 'suppressions'> {
  const words = standingWords(one);
  return words ? { suppressions: [{ kind: 'external', status: 'accepted', justification: text(words) }] } : {};
}
