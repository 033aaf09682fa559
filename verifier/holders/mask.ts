/** Secrets go in one by one; texts go in, and come out with every form of every secret replaced. */
import { secretForms } from './secret-forms.ts';

const HIDDEN = '***';

/** Of what was found, and nobody called a secret. */
const SHORTEST_FOUND = 8;

export class Mask {
  #forms = new Map<string, string[]>();

  /** `known`: words of the matrix, which a cookie may hold and which are no secrets. */
  constructor(private readonly known: ReadonlySet<string> = new Set()) {}

  /** What is shorter than four characters is not hidden: it would hide half of the report. */
  add(...secrets: readonly string[]): void {
    for (const secret of secrets) if (secret && !this.#forms.has(secret)) this.#forms.set(secret, secretForms(secret));
  }

  /** Of what somebody was given while the audit ran: short values are no secrets, but settings such as a language. */
  addFound(...values: readonly string[]): void {
    this.add(...values.filter((one) => one.length >= SHORTEST_FOUND && !this.known.has(one)));
  }

  get isEmpty(): boolean {
    return !this.#forms.size;
  }

  /** Where forms of secrets stand, from and to, whatever their case and white space: as a page may show them. */
  find(text: string): [number, number][] {
    const at: number[] = [];
    let dense = '';
    for (let n = 0; n < text.length; n += 1)
      if (!/\s/.test(text[n]!)) {
        at.push(n);
        dense += text[n];
      }
    const small = lowered(dense);
    const forms = new Set([...this.#forms.values()].flat().map((form) => lowered(form.replace(/\s+/g, ''))));
    return [...forms].flatMap((form) =>
      placesOf(small, form).map((n): [number, number] => [at[n]!, at[n + form.length - 1]! + 1]),
    );
  }

  hide(text: string): string {
    return hideIn(text, this.#formsIn(text));
  }

  /** Every text in plain data; the same data where none holds a secret. */
  hideAll<T>(data: T): T {
    const texts: string[] = [];
    walk(data, (text) => {
      texts.push(text);
      return text;
    });
    const found = this.#formsIn(texts.join('\n'));
    return found.length ? (walk(data, (text) => hideIn(text, found)) as T) : data;
  }

  /** Of secrets within secrets, the longer first, so that no end of one is left. */
  #formsIn(text: string): string[] {
    const found = [...this.#forms.values()].flat().filter((form) => text.includes(form));
    return found.sort((a, b) => b.length - a.length);
  }
}

/** Each character by itself, so that every one stays where it was. */
function lowered(text: string): string {
  return Array.from(text, (one) => {
    const small = one.toLowerCase();
    return small.length === one.length ? small : one;
  }).join('');
}

function placesOf(text: string, form: string): number[] {
  const places: number[] = [];
  if (form) for (let n = text.indexOf(form); n >= 0; n = text.indexOf(form, n + 1)) places.push(n);
  return places;
}

function hideIn(text: string, forms: readonly string[]): string {
  return forms.reduce((left, form) => left.replaceAll(form, HIDDEN), text);
}

/** Keys of maps are texts as well. */
function walk(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((one) => walk(one, change));
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, one]) => [change(key), walk(one, change)]));
}
