/** `request/forbidden`: what pages must not ask for, and what browsers saw them ask for, go in; findings, and rules that nothing was held against, come out. */
import picomatch from 'picomatch';
import type { FilePlace, Holder, Place } from '../../matrix/types.ts';
import type { PageRequest } from '../browse/open-page.ts';
import type { MustNotRequest } from '../config/types.ts';
import { unreadable } from '../probes/look.ts';
import type { Evidence, Finding, Observation } from '../types.ts';
import { makeFinding } from './make-finding.ts';

/** What one session of a browser opened, and what the pages asked for by themselves. */
export interface Visit {
  holder?: Holder;
  opened: readonly { path: string; signedIn: boolean }[];
  requests: readonly PageRequest[];
}

export interface Visited {
  surface: string;
  /** Where the surface is. */
  base: string;
  rules: readonly MustNotRequest[];
  visits: readonly Visit[];
  /** Only a part was looked at: that no page fits a rule says nothing. */
  partly: boolean;
}

export interface Found {
  finding: Finding;
  evidence: Evidence[];
}

/** The pages that findings name. */
export function pagesOf(found: readonly Found[]): string[] {
  const places = found.flatMap(({ finding }) => finding.sides.flatMap((side) => side.at));
  return [...new Set(places.flatMap((at) => (at.kind === 'page' ? [at.url] : [])))];
}

interface Violation {
  request: string;
  page: string;
  holder?: Holder | undefined;
}

const MOST_PLACES = 10;
const MOST_EVIDENCE = 5;

/** One finding for each rule and request, with all pages and holders. */
export function forbiddenRequests(visited: Visited): { found: Found[]; unread: Observation[] } {
  const { rules, surface, partly } = visited;
  const unmet = partly ? [] : rules.filter((rule) => !isHeld(rule, visited));
  return {
    found: rules.flatMap((rule) => foundOf(rule, visited)),
    unread: unmet.map((rule) =>
      unreadable(
        surface,
        `no page was opened of which \`must_not_request\` speaks: ${pagesWords(rule)}`,
        at(rule),
        pagesWords(rule),
      ),
    ),
  };
}

function isHeld(rule: MustNotRequest, { visits }: Visited): boolean {
  const fits = pageMatch(rule);
  return visits.some(({ opened }) => opened.some(({ path, signedIn }) => fits(path, signedIn)));
}

function foundOf(rule: MustNotRequest, { surface, base, visits }: Visited): Found[] {
  const page = pageMatch(rule);
  const asked = requestMatch(rule.requests, base);
  const violations = visits.flatMap(({ holder, opened, requests }) =>
    requests.flatMap((one): Violation[] => {
      // A page that was only passed on the way is sometimes left before it asks.
      const looked = opened.some(({ path }) => path === one.page);
      const request = looked && page(one.page, one.signedIn) ? asked(one.method, one.url) : undefined;
      return request === undefined ? [] : [{ request, page: one.page, holder }];
    }),
  );
  const requests = [...new Set(violations.map((one) => one.request))].sort();
  return requests.map((request) =>
    foundBy(
      rule,
      surface,
      request,
      violations.filter((one) => one.request === request),
    ),
  );
}

function foundBy(rule: MustNotRequest, surface: string, request: string, all: readonly Violation[]): Found {
  const pages = [...new Set(all.map((one) => one.page))].sort();
  const holders = distinct(all.flatMap((one) => one.holder ?? []));
  const on = pages.length === 1 ? `${pages[0]} requests` : `${pages[0]} and ${pages.length - 1} more request`;
  const places = pages.slice(0, MOST_PLACES).map((url): Place => ({ kind: 'page', url, selector: '', words: request }));
  const finding = makeFinding(
    {
      rule: 'request/forbidden',
      level: 'error',
      direction: 'contradiction',
      about: { surface, subject: { kind: 'words', key: request }, versions: [], ...(holders.length && { holders }) },
      says: `${on} ${request} and must not: ${rule.reason}.`,
      sides: [
        { who: 'configuration', value: { kind: 'words', text: rule.reason }, at: at(rule) },
        { who: surface, value: { kind: 'words', text: request }, at: places },
      ],
      fix: 'Take the request out of these pages; or, if they may make it, take it out of `must_not_request`.',
    },
    `${rule.requests.join(' ')} ${pagesWords(rule)}`,
  );
  const evidence = distinct(all.map(evidenceOf)).slice(0, MOST_EVIDENCE);
  return { finding, evidence };
}

function evidenceOf({ request, page, holder }: Violation): Evidence {
  return { request: `${request} from ${page}${holder ? ` as ${holder.version} (${holder.state})` : ''}` };
}

function distinct<T>(all: readonly T[]): T[] {
  const words = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function pageMatch({
  pages = ['/**'],
  except = [],
  when,
}: MustNotRequest): (path: string, signedIn: boolean) => boolean {
  const fits = picomatch([...pages], { ignore: [...except], dot: true });
  return (path, signedIn) => (when === undefined || (when === 'signed_in') === signedIn) && fits(path);
}

/** The request in words, without its query, which may hold anything; nothing where no pattern fits. */
function requestMatch(patterns: readonly string[], base: string): (method: string, url: string) => string | undefined {
  const own = new URL(base).origin;
  const each = patterns.map((pattern) => {
    const [, method, address = pattern] = /^([A-Z]+) (.*)$/.exec(pattern) ?? [];
    return { method, fits: picomatch(address, { dot: true }) };
  });
  return (method, url) => {
    const { origin, pathname } = new URL(url.replace(/^ws/, 'http'));
    const address = origin === own ? pathname : origin + pathname;
    const is = each.some((one) => (one.method === undefined || one.method === method) && one.fits(address));
    return is ? `${method} ${address}` : undefined;
  };
}

function pagesWords({ pages = ['/**'], except = [], when }: MustNotRequest): string {
  const but = except.length ? ` but ${except.join(', ')}` : '';
  return `${pages.join(', ')}${but}${when ? ` (${when.replace('_', ' ')})` : ''}`;
}

function at({ at: place }: MustNotRequest): FilePlace[] {
  return place ? [place] : [];
}
