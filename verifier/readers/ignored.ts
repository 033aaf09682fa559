/** What was read of a text goes in; what its author leaves out on purpose is taken away, and empty leave is told. */
import type { FilePlace } from '../../matrix/types.ts';
import type { Observation } from '../types.ts';

/** `<!-- planproof-ignore: why -->` before a sentence, list item, heading or table row; as each format writes comments. */
const COMMENT =
  /<!--[ \t]*planproof-ignore\b[ \t]*:?([^>]{0,500}?)-->|\{?\/\*[ \t]*planproof-ignore\b[ \t]*:?([^*]{0,500}?)\*\/\}?|(?:\/\/|^[ \t]*\.\.)[ \t]+planproof-ignore\b[ \t]*:?(.{0,500})$/gm;
const MOST = 2_000;

/** What stands before the words of a list item or heading; tags of HTML. */
const LEAD = /^\s*(?:<\w[^<>]*>\s*){0,5}(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)?/;
/** In code, the line after a comment is what it speaks of; elsewhere a sentence. */
const END = /[.!?](?=\s|$|<)|\n\s*\n|\n\s*(?:[-*+]|\d+[.)]|#|\|)|<\/(?:p|li|t[dhr]|h[1-6]|d[dt]|div|[A-Z][\w.]*)>/;

interface Leave {
  from: number;
  to: number;
  reason: string;
  place: FilePlace;
  used: boolean;
}

/** A leave covers what follows it up to the end of the sentence or row. Without a reason, or over nothing, it is reported. */
export function withoutIgnored(
  said: readonly Observation[],
  text: string,
  path: string,
  surface: string,
): Observation[] {
  if (!text.includes('planproof-ignore')) return [...said];
  const starts = lineStarts(text);
  const leaves = Array.from(text.matchAll(COMMENT), (match) => leaveOf(match, text, path, starts));
  const kept = said.filter((one) => {
    const place = one.at.find((at) => at.kind === 'file' && at.path === path);
    if (place?.kind !== 'file') return true;
    const from = starts[place.line - 1]! + place.column - 1;
    const over = leaves.filter((leave) => from < leave.to && from + place.length > leave.from);
    for (const leave of over) leave.used = true;
    return !over.some((leave) => leave.reason);
  });
  const told = leaves.flatMap((leave) => [
    ...(leave.reason ? [] : [tell(surface, leave, 'ignored_without_reason')]),
    ...(leave.used ? [] : [tell(surface, leave, 'ignored_nothing')]),
  ]);
  return [...kept, ...told];
}

function leaveOf(match: RegExpExecArray, text: string, path: string, starts: readonly number[]): Leave {
  const after = match.index + match[0].length;
  const isCode = /^\/[/*]/.test(match[0]);
  const lead = LEAD.exec(text.slice(after, after + 200))?.[0].length ?? 0;
  const from = after + lead;
  const rest = text.slice(from, from + MOST);
  const end = rest.startsWith('|') || isCode ? rest.indexOf('\n') : rest.search(END);
  const line = starts.findLastIndex((start) => start <= match.index);
  return {
    from,
    to: end < 0 ? from + rest.length : from + Math.max(end, 1),
    reason: (match[1] ?? match[2] ?? match[3] ?? '').trim(),
    place: { kind: 'file', path, line: line + 1, column: match.index - starts[line]! + 1, length: match[0].length },
    used: false,
  };
}

function tell(surface: string, { place }: Leave, facet: 'ignored_without_reason' | 'ignored_nothing'): Observation {
  return {
    surface,
    about: {
      words: '',
      subject: { kind: 'words', key: 'planproof-ignore', facet },
      certain: true,
      plans: { known: [] },
    },
    outcome: { kind: 'read', value: { kind: 'words', text: 'planproof-ignore' } },
    at: [place],
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
