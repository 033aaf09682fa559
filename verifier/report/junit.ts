/** A report goes in; JUnit XML comes out: a suite for each surface, a case for its looking and one for each finding. */
import type { Finding, Report } from '../types.ts';
import { countWords } from './count-words.ts';
import { findingLines } from './finding-lines.ts';
import { headlineOf } from './headline.ts';
import { excludedWhat, oneWayWords, selectionWords } from './left-out-words.ts';
import { type Listed, listed, standingWords } from './listed.ts';
import { subjectWords } from './subject-words.ts';
import { oneLine } from './terminal-text.ts';
import { verdictLine } from './verdict-line.ts';
import { xmlText } from './xml-text.ts';

/** `failed` is what makes a run fail; a warning or a note passes, and says what it found. */
type Outcome = 'passed' | 'failed' | 'errored' | 'skipped';

interface Case {
  name: string;
  outcome: Outcome;
  xml: string;
}

interface Suite {
  surface: string;
  cases: Case[];
}

/**
 * Errors are failures, what could not be looked at is an error, what is waived, known or excluded is skipped. The name of a
 * case bears the key of its finding, so that dashboards follow it over changes of words, lines and values.
 */
export function junitReport(report: Report): string {
  const suites = suitesOf(report);
  const totals = counts(suites.flatMap((suite) => suite.cases));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="planproof" ${totals}>
${suites.map(suiteXml).join('\n')}
</testsuites>
`;
}

function suitesOf(report: Report): Suite[] {
  const all = listed(report);
  const surfaces = [
    ...report.coverage.map((one) => one.surface),
    ...all.map(({ finding }) => finding.about.surface),
    ...report.excluded.map((one) => one.surface),
  ];
  const suites = [...new Set(surfaces)].map((surface) => ({
    surface,
    cases: [
      ...report.coverage.filter((one) => one.surface === surface).map((one) => lookedCase(one.surface, report)),
      ...all.filter(({ finding }) => finding.about.surface === surface).map((one) => findingCase(one, report)),
      ...report.excluded.filter((one) => one.surface === surface).map(excludedCase),
    ],
  }));
  return [...suites, { surface: 'verdict', cases: verdictCases(report) }];
}

/** Passes where every question was answered, so that a clean surface is shown as one that was looked at. */
function lookedCase(surface: string, { coverage }: Report): Case {
  const { asked, read, absent, unread, claims, documents } = coverage.find((one) => one.surface === surface)!;
  const words = `${read} of ${countWords(asked, 'fact')} read, ${absent} absent, ${unread} unread; ${countWords(claims, 'claim')} in ${countWords(documents, 'document')}`;
  const nothing = unread > 0 || (read === 0 && claims === 0);
  const outcome = nothing ? 'errored' : 'passed';
  return caseOf({ name: 'was looked at', surface, outcome, message: words, body: words });
}

function findingCase(one: Listed, report: Report): Case {
  const { finding, standing } = one;
  const { rule, about, key, fingerprint, level } = finding;
  const whom = about.versions.length ? ` of ${about.versions.join(', ')}` : '';
  const properties = { rule, level, standing, key, fingerprint };
  return caseOf({
    name: `${rule}: ${subjectWords(about.subject, report)}${whom} [${key}]`,
    surface: about.surface,
    outcome: outcomeOf(one),
    message: standingWords(one) ?? finding.says,
    type: rule,
    body: findingLines(one).join('\n'),
    properties,
  });
}

function outcomeOf({ finding, standing }: Listed): Outcome {
  if (standing !== 'open') return 'skipped';
  return isUnread(finding) ? 'errored' : finding.level === 'error' ? 'failed' : 'passed';
}

function isUnread({ direction }: Finding): boolean {
  return direction === 'unread';
}

function excludedCase(one: Report['excluded'][number]): Case {
  const { surface, reason, owner } = one;
  const message = `${reason} — ${owner}`;
  const name = `left out: ${excludedWhat(one)}`;
  return caseOf({ name, surface, outcome: 'skipped', message, body: message });
}

/** A dashboard that looks only at failures sees here that nothing was looked at, or that it must not go out. */
function verdictCases(report: Report): Case[] {
  const { verdict, release } = report;
  const message = verdictLine(report);
  const selected = report.coverage.flatMap((one) => selectionWords(one) ?? []);
  const body = [message, ...headlineOf(report).reasons, ...selected, ...(report.one_way ?? []).map(oneWayWords)];
  const common = { surface: 'verdict', message, body: body.join('\n') };
  const looked = verdict === 'could_not_look' ? 'errored' : 'passed';
  const goes = release?.verdict === 'NO_GO' ? 'failed' : 'passed';
  return [
    caseOf({ name: 'could look', outcome: looked, ...common }),
    ...(release ? [caseOf({ name: 'may go out', outcome: goes, type: release.verdict, ...common })] : []),
  ];
}

interface CaseParts {
  name: string;
  surface: string;
  outcome: Outcome;
  message: string;
  type?: string;
  body: string;
  properties?: Record<string, string>;
}

function caseOf({ name, surface, outcome, message, type, body, properties = {} }: CaseParts): Case {
  const attributes = `message="${xmlText(oneLine(message))}"${type ? ` type="${xmlText(type)}"` : ''}`;
  const text = xmlText(body);
  const inside: Record<Outcome, string> = {
    passed: `<system-out>${text}</system-out>`,
    failed: `<failure ${attributes}>${text}</failure>`,
    errored: `<error ${attributes}>${text}</error>`,
    // A reader of JUnit shows only the message of what was skipped.
    skipped: `<skipped message="${xmlText(oneLine(message))}"/><system-out>${text}</system-out>`,
  };
  const named = Object.entries(properties).map(
    ([key, value]) => `<property name="${xmlText(key)}" value="${xmlText(value)}"/>`,
  );
  const bag = named.length ? `<properties>${named.join('')}</properties>` : '';
  const head = `name="${xmlText(oneLine(name))}" classname="planproof.${xmlText(oneLine(surface))}" time="0"`;
  return { name, outcome, xml: `    <testcase ${head}>${bag}${inside[outcome]}</testcase>` };
}

function suiteXml({ surface, cases }: Suite): string {
  const xml = cases.map((one) => one.xml).join('\n');
  return `  <testsuite name="${xmlText(oneLine(surface))}" ${counts(cases)}>\n${xml}\n  </testsuite>`;
}

function counts(cases: readonly Case[]): string {
  const n = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${n('failed')}" errors="${n('errored')}" skipped="${n('skipped')}" time="0"`;
}
