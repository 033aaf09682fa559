/** What a downgrade has hidden enters; the section that says why, until when, and brings it back leaves. */

import { html } from 'hono/html';
import { momentInWords } from '../evaluator/moment-in-words.ts';
import type { LimitRule } from '../evaluator/table.ts';
import { dataTable } from '../pages/data-table.ts';
import type { Markup } from '../pages/markup.ts';
import type { HiddenThing } from './hidden-things.ts';

const COLUMNS = [
  { field: 'name', label: 'Name' },
  { field: 'until', label: 'Deleted after' },
  { field: 'restore', label: 'Bring back' },
] as const;

export interface HiddenSection {
  readonly rule: LimitRule;
  readonly path: string;
  /** Names the organisation that the page was shown for. */
  readonly field: Markup | string;
  readonly things: readonly HiddenThing[];
  /** Whether there is room for one more, and changes are possible. */
  readonly mayRestore: boolean;
}

/** Nothing when nothing is hidden. */
export function hiddenSection({ rule, path, field, things, mayRestore }: HiddenSection): Markup | string {
  if (things.length === 0) return '';
  const rows = things.map(({ id, name, delete_at }) => ({
    name,
    until: delete_at ? momentInWords(delete_at.getTime()) : 'Kept',
    restore: mayRestore ? restoreForm(`${path}/${id}/restore`, field, name) : 'Not now',
  }));
  return html`<section class="hidden" aria-labelledby="hidden">
    <h2 id="hidden">Hidden after the change of plan</h2>
    <p class="intro">
      The plan includes fewer ${rule.other} than there were, so the newest are hidden. They come back by themselves with a
      larger plan, or one by one while there is room; after the time that is shown, they are deleted.
    </p>
    ${dataTable({ caption: `Hidden ${rule.other}`, columns: COLUMNS, rows })}
  </section>`;
}

function restoreForm(action: string, field: Markup | string, name: string): Markup {
  return html`<form method="post" action="${action}">
    ${field}<button class="quiet">Bring back<span class="unseen"> ${name}</span></button>
  </form>`;
}
