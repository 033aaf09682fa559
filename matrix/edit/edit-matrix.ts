/** The text of a matrix and one edit go in; the text with this edit and no other change, or why there is none, come out. */
import type { Problem } from '../problem.ts';
import { commentsIn } from './comments-in.ts';
import { sameData } from './data.ts';
import { tokenEnd } from './extent.ts';
import type { MatrixEdit } from './matrix-edit.ts';
import { isOpened, type Opened, openText, type Unreadable } from './open-text.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { spotsAlong } from './spot.ts';
import { applySteps, type Step } from './step.ts';
import { stepsOf } from './steps-of.ts';
import { writeStep } from './write-step.ts';

export type EditResult = { text: string; problems: [] } | { text?: undefined; problems: Problem[] };

const BOM = '\uFEFF';

/**
 * Makes one edit in the text of a matrix. Only the lines concerned change: comments, order, quotes, blank lines, line
 * breaks, a byte order mark and the style of the neighbours stay as they are. What is so already changes nothing.
 *
 * `text` is the whole file; `path` its name as shown to people. The new text is read again: it is given back only when
 * it says exactly what the old one said with this one change, and holds every comment. Otherwise, and for a file that
 * is not well-formed, a name that nothing declares or an edit that makes no sense, `problems` says where and what to
 * write instead (rule `matrix/uneditable`), and there is no text. Throws nothing.
 *
 * Plans that build on an edited plan follow it, as they do in the matrix. A past version that is added or edited needs
 * its `digest`; `planproof check` prints it. Nothing else of what `check` looks for is looked for here.
 */
export function editMatrix(text: string, edit: MatrixEdit, path = 'entitlements.yaml'): EditResult {
  const mark = text.startsWith(BOM) ? BOM : '';
  const opened = openText(text.slice(mark.length));
  if (!isOpened(opened)) return refused(text.slice(mark.length), opened, path);
  const steps = stepsOf(opened.data, edit);
  if (isRefusal(steps)) return refused(opened.text, rangeOf(opened, steps), path);
  const written = steps.reduce<Opened | undefined>((now, step) => now && writeStep(now, step), opened);
  if (written && holds(opened, written, steps)) return { text: mark + written.text, problems: [] };
  return refused(opened.text, rangeOf(opened, byHand(steps)), path);
}

/** An edit never corrupts: whatever the splices did, this is what counts. */
function holds(before: Opened, after: Opened, steps: readonly Step[]): boolean {
  const saysSo = sameData(after.data, applySteps(before.data, steps));
  return saysSo && sameData(commentsIn(after.text), commentsIn(before.text));
}

function byHand(steps: readonly Step[]): Refusal {
  const path = steps[0]?.path ?? [];
  const found = `\`${path.join('.')}\` is written in a way that this edit cannot change without touching more.`;
  return {
    path,
    found,
    write: 'the change by hand; or this part in the plain style of its neighbours, then the edit.',
  };
}

/** The range of the value or key at the refusal's path, or of what is nearest to it. */
function rangeOf(opened: Opened, { path, part, found, write }: Refusal): Unreadable {
  const spots = spotsAlong(opened, path);
  const spot = spots.at(-1);
  const [from, to] = (spots.length === path.length && part !== 'key' && spot?.node?.range) || [];
  const token = spot?.item.key ?? spot?.item.value;
  return { from: from ?? token?.offset ?? 0, to: to ?? (token ? tokenEnd(token) : 1), found, write };
}

function refused(text: string, { from, to, found, write }: Unreadable, path: string): EditResult {
  const before = text.slice(0, from).split('\n');
  const [shown = ''] = /^[^\r\n]*/.exec(text.slice(from, to)) ?? [];
  const at = {
    kind: 'file' as const,
    path,
    line: before.length,
    column: before.at(-1)!.length + 1,
    length: Math.max(1, shown.length),
  };
  return { problems: [{ rule: 'matrix/uneditable', level: 'error', at, found, write }] };
}
