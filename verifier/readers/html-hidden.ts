/** A page goes in; how surely a visitor comes to see what one of its elements hides comes out. */
import type { AnyNode, Element } from 'domhandler';
import type { Hiding } from '../claims/text.ts';
import { isUnshown } from './html-elements.ts';
import { walkHtml } from './html-walk.ts';

export interface Hides {
  /** Whether a script may change what is shown. */
  scripted: boolean;
  /** `undefined`: it is not hidden. */
  of(element: Element): Hiding | 'never' | undefined;
}

export function hidingIn(nodes: readonly AnyNode[]): Hides {
  const led = new Set<string>();
  let scripted = false;
  walkHtml(nodes, {
    enter(element) {
      scripted ||= isProgram(element);
      for (const name of LEADING) for (const id of idsIn(element, name)) led.add(id);
      return true;
    },
  });
  const unsure = scripted ? 'unsure' : 'never';
  return {
    scripted,
    of(element) {
      if (element.name === 'template') return unsure;
      if (!isUnshown(element)) return undefined;
      return isReached(element) || led.has(element.attribs.id ?? '') ? 'reached' : unsure;
    },
  };
}

/** Attributes of a control that name what it shows. */
const LEADING = ['aria-controls', 'data-target', 'data-bs-target', 'commandfor', 'href'];

function idsIn({ attribs }: Element, name: string): string[] {
  const value = attribs[name];
  if (value === undefined) return [];
  const plain = name === 'aria-controls' || name === 'commandfor';
  return plain ? value.split(/\s+/) : /^#./.test(value) ? [value.slice(1)] : [];
}

function isProgram({ name, attribs }: Element): boolean {
  if (name === 'script') return !/json|template|html|importmap/i.test(attribs.type ?? '');
  for (const key in attribs) if (/^on[a-z]/.test(key)) return true;
  return false;
}

/** A panel of tabs, what a search in the page opens, what a state of the page shows, and a half of a switch between ways to pay. */
function isReached({ attribs }: Element): boolean {
  const { hidden, role, class: names = '' } = attribs;
  if (role === 'tabpanel' || hidden === 'until-found') return true;
  for (const key in attribs)
    if (STATE.test(key) || (key.startsWith('data-') && (BILLING.test(key) || BILLING.test(attribs[key]!)))) return true;
  return BILLING.test(names);
}

const STATE = /^(?:x-show|v-show|ng-show|ng-hide)$/;
const BILLING = /(?:^|[\s_-])(?:month(?:ly)?|year(?:ly)?|annual(?:ly)?)(?=$|[\s_-])/i;
