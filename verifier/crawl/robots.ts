/** The text of a robots.txt goes in; what it lets Planproof look at comes out. RFC 9309. */

export interface Robots {
  /** `path` with its query, as in an address. */
  allows(path: string): boolean;
  sitemaps: readonly string[];
  /** Seconds between two requests, where the file asks for it. */
  delay?: number;
}

const AGENT = 'planproof';

interface Rule {
  allow: boolean;
  pattern: string;
}

interface Group {
  agents: string[];
  rules: Rule[];
  delay?: number;
}

export const ALL_ALLOWED: Robots = { allows: () => true, sitemaps: [] };

export function readRobots(text: string): Robots {
  const { groups, sitemaps } = groupsIn(text);
  const named = groups.filter((one) => one.agents.includes(AGENT));
  const mine = named.length ? named : groups.filter((one) => one.agents.includes('*'));
  const rules = mine
    .flatMap((one) => one.rules)
    // The most specific counts; of two alike, the one that allows.
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow))
    .map(({ allow, pattern }) => ({ allow, fits: fitting(decoded(pattern)) }));
  const delay = mine.map((one) => one.delay).find((one) => one !== undefined);
  return {
    sitemaps,
    allows: (path) => path === '/robots.txt' || (rules.find(({ fits }) => fits(decoded(path)))?.allow ?? true),
    ...(delay && { delay }),
  };
}

function groupsIn(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let open = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line.replace(/(^|\s)#.*/, '')) ?? [];
    const field = name.toLowerCase();
    if (field === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [] });
      groups.at(-1)!.agents.push(value.toLowerCase());
      open = true;
    } else if (field === 'sitemap' && value) sitemaps.push(value);
    else if (field === 'allow' || field === 'disallow') {
      open = false;
      if (value) groups.at(-1)?.rules.push({ allow: field === 'allow', pattern: value });
    } else if (field === 'crawl-delay') {
      open = false;
      if (Number(value) > 0 && groups.length) groups.at(-1)!.delay = Number(value);
    }
  }
  return { groups, sitemaps };
}

/** `*` is any run, a last `$` the end. Without an expression, which many stars could make slow. */
function fitting(pattern: string): (path: string) => boolean {
  const whole = pattern.endsWith('$');
  const [first = '', ...parts] = (whole ? pattern.slice(0, -1) : pattern).split('*');
  return (path) => {
    if (!path.startsWith(first)) return false;
    let at = first.length;
    for (const [n, part] of parts.entries()) {
      if (whole && n === parts.length - 1) return path.length - part.length >= at && path.endsWith(part);
      const found = path.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return !whole || at === path.length;
  };
}

/** An escape of a character that needs none is that character. */
function decoded(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}
