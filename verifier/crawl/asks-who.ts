/** A parsed page goes in; in what way it asks who one is before it shows anything, or nothing, comes out. */
import type { Document, Element } from 'domhandler';
import { walkHtml } from '../readers/html-walk.ts';

const AROUND = new Set(['nav', 'header', 'footer', 'aside']);
const SILENT = new Set(['script', 'style', 'noscript', 'template']);
const HEADINGS = new Set(['title', 'h1', 'h2']);
/** A page of its own has more to say than a form has. */
const SHORT = 700;
const SHORT_WALL = 1200;

const SIGN_IN =
  /^(?:please )?(?:(?:sign|log)[ -]?in(?:to)?(?: (?:to|with|at) .{1,60})?(?: to continue)?|welcome back|anmelden|einloggen|anmeldung|(?:bei|in) .{1,40} anmelden|se connecter|connexion|iniciar sesión|accedi|entrar)$/i;
const LINK =
  /\b(?:send|email|mail) you (?:a |an |the |your )?(?:[\w-]+ ){0,3}(?:link|code)\b(?! (?:to|for) (?!(?:sign|log)))|\bmagic link\b/i;
const WITH =
  /^(?:continue|sign in|log in|weiter|anmelden|continuer|continuar) (?:with|mit|avec|con) (?:google|github|gitlab|microsoft|apple|slack|okta|saml|sso|single sign-on|e-?mail|a passkey|passkey)$/i;
const CHOOSE = /^(?:choose|select|pick) (?:an? |your )?(?:account|workspace|organi[sz]ation)(?: to continue)?$/i;
const ROBOT =
  /^(?:just a moment|one more step|attention required!?|security check|checking (?:if the site connection is secure|your browser)(?: before .*)?|(?:please )?(?:verify|confirm)(?:ing)? (?:that )?you(?:'|’)?(?: a)?re (?:a )?(?:human|not a robot)|are you (?:a )?(?:human|robot)|human verification|bot verification|ddos protection(?: by .*)?)(?:$|[ .…?!]+$)/i;
const CAPTCHA = /(?:^|\s)(?:cf-turnstile|h-captcha|g-recaptcha|frc-captcha)(?:\s|$)/i;
const CAPTCHA_FRAME = /challenges\.cloudflare\.com|hcaptcha\.com|\/recaptcha\//i;
const EMAIL = /e-?mail|user-?name|^login$/i;

interface Facts {
  headings: string[];
  controls: string[];
  text: string;
  password?: 'apart' | 'here';
  email: boolean;
  otherFields: boolean;
  captcha: boolean;
}

/** Worded to follow the page's address. */
export function asksWho(document: Document): string | undefined {
  const facts = factsOf(document);
  const { headings, controls, text, password, email, otherFields, captcha } = facts;
  const isShort = text.length < SHORT;
  if (password) return password === 'here' && isShort ? SIGNS_IN : `${SIGNS_IN}, beside other words: ${NAME_IT}`;
  const isHeaded = (words: RegExp) => headings.some((one) => words.test(one));
  if (text.length < SHORT_WALL && isHeaded(ROBOT)) return ASKS_ROBOT;
  if (!isShort) return undefined;
  if (captcha && !email && !otherFields) return ASKS_ROBOT;
  if (isHeaded(CHOOSE)) return 'asks which account is meant';
  const isAsked = isHeaded(SIGN_IN);
  if (email && (isAsked || LINK.test(text))) return SIGNS_IN;
  return isAsked && controls.some((one) => WITH.test(one)) ? SIGNS_IN : undefined;
}

const SIGNS_IN = 'asks to sign in';
const ASKS_ROBOT = 'asks whether a person is there';
const NAME_IT = 'where it is to be read all the same, name it under `crawl.sign_in`';

function factsOf(document: Document): Facts {
  const facts: Facts = { headings: [], controls: [], text: '', email: false, otherFields: false, captcha: false };
  const around: Element[] = [];
  const named: { element: Element; into: string[]; text: string }[] = [];
  const said: string[] = [];
  /** At least as many letters stand there. Of a long page, only a field for a password is of any interest. */
  let letters = 0;
  const isLong = () => letters >= SHORT_WALL;
  walkHtml(document.children, {
    enter(element) {
      const { name, attribs } = element;
      if (SILENT.has(name) || isClosed(element)) return false;
      if (AROUND.has(name) || name === 'dialog') around.push(element);
      noteField(facts, element, around.length > 0);
      if (isLong()) return true;
      if (CAPTCHA.test(attribs.class ?? '')) facts.captcha = true;
      if (name === 'iframe' && CAPTCHA_FRAME.test(attribs.src ?? '') && !/size=invisible/.test(attribs.src ?? ''))
        facts.captcha = true;
      if (HEADINGS.has(name)) named.push({ element, into: facts.headings, text: '' });
      if (!around.length && (name === 'button' || name === 'a'))
        named.push({ element, into: facts.controls, text: '' });
      return true;
    },
    text(data) {
      if (isLong()) return;
      for (const one of named) one.text += data;
      if (around.length) return;
      said.push(data);
      letters += data.trim().length;
    },
    leave(element) {
      if (around.at(-1) === element) around.pop();
      if (named.at(-1)?.element !== element) return;
      const { into, text } = named.pop()!;
      // The name of the product stands behind it.
      into.push(...[text, text.split(/ [-–—|·:] /)[0]!].map((one) => one.replace(/\s+/g, ' ').trim()));
    },
  });
  facts.text = said.join('').replace(/\s+/g, ' ');
  return facts;
}

function noteField(facts: Facts, { name, attribs }: Element, apart: boolean): void {
  const type = (attribs.type ?? 'text').toLowerCase();
  if (name === 'input' && type === 'password') {
    if (facts.password !== 'here') facts.password = apart ? 'apart' : 'here';
    return;
  }
  if (apart || !/^(?:input|textarea|select)$/.test(name)) return;
  if (name === 'input' && /^(?:hidden|submit|button|checkbox|radio|image|reset|search)$/.test(type)) return;
  const says = [attribs.name, attribs.autocomplete, attribs.id].some((one) => EMAIL.test(one ?? ''));
  if (name === 'input' && (type === 'email' || says)) facts.email = true;
  else facts.otherFields = true;
}

/** Not shown as it was sent, whatever a click may do. */
function isClosed({ name, attribs }: Element): boolean {
  return attribs.hidden !== undefined || (name === 'dialog' && attribs.open === undefined);
}
