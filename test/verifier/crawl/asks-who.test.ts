/** A page that asks who one is, with status 200, was not looked at; one that only offers a form beside what it says was. */
import { expect, it } from 'vitest';
import { looked } from './looked.ts';
import { page } from './serve.ts';

const STUDIO = 'Studio costs €19 a month.';
const EMAIL = '<label>Email <input type="email" name="email"></label>';
const LONG = '<p>Words about how it works. </p>'.repeat(40);

async function reasonFor(main: string, crawl = {}): Promise<string | undefined> {
  const { unread, claims } = await looked({ '/': page('Hello.', '/it'), '/it': main }, crawl);
  const reason = unread.find((one) => one.startsWith('/it '))?.replace('/it ', '');
  if (reason === undefined) expect(claims).toContain('/it Studio costs €19 a month');
  return reason;
}

it.each([
  ['a link by mail', `<main><h1>Sign in</h1><form>${EMAIL}<button>Continue</button></form></main>`],
  [
    'a link by mail, in words',
    `<main><h1>Hello again</h1><p>Enter your email, we’ll send you a link.</p><form>${EMAIL}<button>Send</button></form></main>`,
  ],
  [
    'a link by mail to sign in',
    `<main><form><p>We will email you a magic link to sign in.</p><input name="email"><button>Go</button></form></main>`,
  ],
  ['a title only', `<title>Log in | Harbor</title><main><form>${EMAIL}<button>Next</button></form></main>`],
  [
    'others that know',
    '<main><h1>Log in to Harbor</h1><button>Continue with Google</button><a href="/sso">Continue with SSO</a></main>',
  ],
  ['another language', `<main><h1>Anmelden</h1><form>${EMAIL}<button>Weiter</button></form></main>`],
])('asks to sign in: %s', async (_, html) => {
  expect(await reasonFor(html)).toBe('asks to sign in');
});

it.each([
  [
    'a wall',
    '<title>Just a moment...</title><main><h1>harbor.example</h1><p>Checking your browser before you go on. Ray ID 1.</p></main>',
  ],
  [
    'a question',
    '<main><h1>Verify you are human</h1><p>harbor.example needs to review the security of your connection.</p></main>',
  ],
  ['a box', '<main><h1>harbor.example</h1><div class="cf-turnstile"></div></main>'],
  ['a frame', '<main><p>One step</p><iframe src="https://newassets.hcaptcha.com/captcha/v1"></iframe></main>'],
])('asks whether a person is there: %s', async (_, html) => {
  expect(await reasonFor(html)).toBe('asks whether a person is there');
});

it('asks which account is meant', async () => {
  expect(await reasonFor('<main><h1>Choose an account</h1><ul><li>Ada</li><li>Bob</li></ul></main>')).toBe(
    'asks which account is meant',
  );
});

it.each([
  ['a dropdown in its header', `<header><form><input type="password"></form></header><main><p>${STUDIO}</p></main>`],
  ['a form beside much else', `<main><p>${STUDIO}</p>${LONG}<input type="password"></main>`],
])('says what to write where a password stands beside other words: %s', async (_, html) => {
  expect(await reasonFor(html)).toBe(
    'asks to sign in, beside other words: where it is to be read all the same, name it under `crawl.sign_in`',
  );
  expect(await reasonFor(html, { sign_in: ['/it'] })).toBeUndefined();
});

it.each([
  ['a dialog that is closed', `<main><p>${STUDIO}</p></main><dialog><h2>Sign in</h2><input type="password"></dialog>`],
  ['a part that is hidden', `<main><p>${STUDIO}</p></main><div hidden><input type="password"></div>`],
  [
    'news by mail',
    `<main><p>${STUDIO}</p></main><footer><p>We’ll send you a link each month.</p><form>${EMAIL}</form></footer>`,
  ],
  ['news by mail in the text', `<main><p>${STUDIO}</p><form>${EMAIL}<button>Subscribe</button></form></main>`],
  ['a paper by mail', `<main><p>${STUDIO}</p><p>We’ll send you a link to the report.</p><form>${EMAIL}</form></main>`],
  [
    'sales',
    `<main><h1>Contact sales</h1><p>${STUDIO}</p><form>${EMAIL}<textarea></textarea><div class="g-recaptcha"></div></form></main>`,
  ],
  [
    'a trial',
    `<main><h1>Start here</h1><p>${STUDIO}</p><form>${EMAIL}<button>Sign up</button></form><a href="/login">Log in</a></main>`,
  ],
  [
    'a dialog to sign in by mail',
    `<header><dialog open><h2>Sign in</h2><form>${EMAIL}</form></dialog></header><main><p>${STUDIO}</p>${LONG}</main>`,
  ],
  ['docs about signing in', `<main><h1>Sign in with SSO</h1><p>${STUDIO}</p><p>Press “Continue with SSO”.</p></main>`],
  [
    'docs about signing in, with news by mail',
    `<main><h1>Sign in</h1><p>${STUDIO}</p>${LONG}<form>${EMAIL}<button>Subscribe</button></form></main>`,
  ],
  ['docs about magic links', `<main><h1>Sign in</h1><p>${STUDIO}</p><p>We send you a magic link.</p></main>`],
  [
    'an invisible box',
    `<main><p>${STUDIO}</p></main><iframe src="https://www.google.com/recaptcha/api2/anchor?size=invisible"></iframe>`,
  ],
  [
    'a script of a box',
    `<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script><main><p>${STUDIO}</p></main>`,
  ],
])('no harm: %s', async (_, html) => {
  expect(await reasonFor(html)).toBeUndefined();
});
