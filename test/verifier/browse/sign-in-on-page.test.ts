/** A form that is not as the configuration says is told by what was looked for and what there is. */
import { expect, it } from 'vitest';
import { signInOnPage } from '../../../verifier/holders/sign-in-on-page.ts';
import { servePages } from './pages.ts';

const pages = servePages();
const FORM =
  '<form action="/in"><label>Your e-mail <input name="e"></label><input type="password" aria-label="Password"><button>Go on</button></form>';

const signIn = (fill: Record<string, string>, press: string) => {
  pages.send('/login', FORM);
  pages.send('/in', '<p>Hello</p>');
  return pages.withPage(async ({ page }) => {
    page.setDefaultTimeout(700);
    return signInOnPage(page, { page: '/login', fill, press }, {});
  });
};

it('with the fields and the button that there are', async () => {
  expect(await signIn({ 'Your e-mail': 'a', Password: 'b' }, 'Go on')).toBeUndefined();
});

it('a field that is missing', async () => {
  expect(await signIn({ Email: 'a', Password: 'b' }, 'Go on')).toBe(
    'the sign-in page /login has no field with the label “Email” (there are “Your e-mail”, “Password”, “Go on”)',
  );
});

it('a button that is missing', async () => {
  expect(await signIn({ 'Your e-mail': 'a' }, 'Sign in')).toBe(
    'the sign-in page /login has no button “Sign in” (there are “Your e-mail”, “Password”, “Go on”)',
  );
});
