/** A page's title and content and its holder enter; the whole document of a signed-in page leaves. */

import { html } from 'hono/html';
import type { OverLimitPayload } from '../evaluator/over-limit-payload.ts';
import type { Product } from '../product.ts';
import type { Holder } from '../session/holder.ts';
import { banner } from './banner.ts';
import { documentShell } from './document-shell.ts';
import type { Flash } from './flash.ts';
import { icon } from './icon.ts';
import type { Markup } from './markup.ts';
import { navigation } from './navigation.ts';
import { overLimitBadge, overLimitNotice } from './over-limit-notice.ts';
import { STATE_WORDS } from './state-words.ts';

export interface PageContent {
  readonly title: string;
  readonly intro?: string;
  readonly body: Markup;
  /** Something on it changes while it is looked at. */
  readonly live?: boolean;
}

export interface PageFrame {
  readonly product: Product;
  readonly holder: Holder;
  readonly path: string;
  readonly flash?: Flash | undefined;
  readonly overLimit?: OverLimitPayload | undefined;
}

export function layout(frame: PageFrame, page: PageContent): Markup {
  const { product, holder } = frame;
  const head = product.demo
    ? html``
    : html`<meta name="pulse:version" content="${holder.version}" />
    <meta name="pulse:state" content="${holder.state}" />
    ${page.live ? html`<script src="/live.mjs" type="module"></script>` : ''}`;
  const body = html`${header(frame)}
    <div class="frame">
      ${navigation(product, holder, frame.path)}
      <main id="main" tabindex="-1">
        ${product.demo ? '' : banner(product, holder)} ${frame.overLimit && overLimitNotice(frame.overLimit)}
        ${frame.flash && flashNotice(frame.flash)}
        <h1>${page.title}</h1>
        ${page.intro && html`<p class="intro">${page.intro}</p>`} ${page.body}
      </main>
    </div>`;
  return documentShell({ title: `${page.title} · ${product.table.product}`, head, body });
}

function header({ product, holder, overLimit }: PageFrame): Markup {
  const who = product.demo ? html`<p id="who">Public demo</p>` : signedIn(product, holder);
  return html`<a class="skip" href="#main">Skip to the content</a>
    <header class="top">
      <a class="brand" href="/">${icon('pulse')}<span>${product.table.product}</span></a>
      ${who} ${overLimit && overLimitBadge(overLimit)}
      <button class="quiet menu" popovertarget="sections">${icon('menu')}<span class="unseen">Sections</span></button>
    </header>`;
}

function flashNotice(flash: Flash): Markup {
  return html`<p class="notice ${flash.kind}" role="status"${flash.problem ? html` data-code="${flash.problem.code}"` : ''}>${flash.text}</p>`;
}

function signedIn({ singleTenant }: Product, holder: Holder): Markup {
  return html`<p id="who">
        <span class="unseen">Signed in: </span><strong>${singleTenant ? holder.email : holder.organisation.name}</strong>
        <span class="unseen">, plan and state: </span><span class="plan">${holder.planName} · ${STATE_WORDS[holder.state]}</span>
      </p>
      <form class="leave" method="post" action="/logout"><button class="quiet">Sign out</button></form>`;
}
