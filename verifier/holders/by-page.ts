/** A way that signs in on a page goes in; what a browser has after that, or why it could not sign in, comes out. */
import type { Holders } from './holders.ts';
import { openContext } from './open-context.ts';
import { firstLine } from './run-module.ts';
import { signInOnPage } from './sign-in-on-page.ts';
import type { Got, Refused } from './start.ts';

/** Seconds. */
const TIMEOUT = 15;

export async function byPage(
  { way, outside }: Holders,
  base: string,
  variables: Readonly<Record<string, string>>,
): Promise<Got | Refused> {
  const started = await outside.browser();
  if (!started.browser) return { reason: `signing in needs a browser: ${started.reason}` };
  const context = await openContext(started.browser, base, { variables, headers: {}, cookies: [], origins: [] });
  context.setDefaultTimeout((way.timeout ?? TIMEOUT) * 1000);
  try {
    const reason = await signInOnPage(await context.newPage(), way.sign_in_page!, variables);
    return reason ? { reason } : await context.storageState();
  } catch (error) {
    return { reason: `the browser gave up: ${firstLine(error)}` };
  } finally {
    await context.close();
  }
}
