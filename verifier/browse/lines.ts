/** A request of a page goes in; by which name it is known again, whose it is, and what its address says of it, come out. */
import type { Request } from 'playwright-core';

/** How lines that are held open, and reports of what visitors do, are called. */
const HELD =
  /(?:^|[/._?&=-])(?:(?:long-?)?poll(?:ing)?|comet|socket\.?io|sockjs|signalr|_changes|realtime|presence|heartbeat|webpack-hmr|beacon|collect|telemetry|track(?:ing)?|analytics|rum)(?=$|[/._?&=-])/i;
/** How an account and what it may do are called: without an answer, nobody knows how the page will look. */
const RIGHTS =
  /entitle|licen[cs]e|subscription|permission|feature|plan|billing|quota|limit|usage|flag|rights|\/(?:me|users?|accounts?|session|whoami|viewer|profile|orgs?|organi[sz]ations?|workspaces?|teams?)(?:$|[/.])/i;

export function saysHeld(request: Request): boolean {
  return HELD.test(pathOf(request));
}

export function saysRights(request: Request): boolean {
  return RIGHTS.test(new URL(request.url()).pathname);
}

/** Asked of the site itself, whatever its port and the first part of its name. */
export function isOwn(request: Request, pageUrl: string): boolean {
  return siteOf(request.url()) === siteOf(pageUrl);
}

function siteOf(url: string): string {
  const { hostname } = new URL(url);
  return /^[\d.]+$|:/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return `${pathname}${search}`;
}

/** A poll goes on from where it was: numbers among its parameters are no other question. */
export function keyOf(request: Request): string {
  const { origin, pathname, search } = new URL(request.url());
  return `${request.method()} ${origin}${pathname}${search.replace(/=[^&]*\d[^&]*/g, '=')} ${request.postData() ?? ''}`;
}

/** The same line for another customer. */
export function heldKey(request: Request): string {
  const { origin, pathname, search } = new URL(request.url());
  const numberless = `${pathname}${search}`.replace(/[^/&=?]*\d[^/&=?]*/g, '0');
  return `${request.method()} ${origin}${numberless} ${(request.postData() ?? '').replace(/\d+/g, '0')}`;
}

export function isOfWindow(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true;
  }
}
