/** A subject and the report it stands in go in; its name for a person comes out. */
import type { Subject } from '../../matrix/types.ts';
import type { Report } from '../types.ts';

const PRICES: Record<string, string> = {
  month: 'Price per month',
  year: 'Price per year',
  once: 'Price, paid once',
  any: 'Price',
};

/** `Audit Logging, GET /api/audit`, `Client workspaces, hard`, `Price per month`. */
export function subjectWords(subject: Subject, report: Pick<Report, 'keys'>): string {
  const name = subjectName(subject, report);
  return subject.facet && subject.kind !== 'price' ? `${name}, ${facetWords(subject)}` : name;
}

/** The name of the key alone, as the matrix has it. */
export function subjectName(subject: Subject, report: Pick<Report, 'keys'>): string {
  if (subject.kind === 'price') return PRICES[subject.facet ?? 'any'] ?? `Price, ${subject.facet}`;
  if (subject.kind === 'plan') return 'Plan';
  if (subject.kind === 'trial') return 'Trial';
  if (subject.kind === 'grace') return 'Grace period';
  return report.keys.find((one) => one.key === subject.key)?.name ?? subject.key;
}

function facetWords({ kind, facet = '' }: Subject): string {
  if (kind === 'limit' && (facet === 'soft' || facet === 'hard')) return `${facet} limit`;
  return facet.replaceAll('_', ' ');
}
