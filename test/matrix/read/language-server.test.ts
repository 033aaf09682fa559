/** The server behind YAML in VS Code and other editors, on a matrix that states every field. */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument, stringify } from 'yaml';
import type { LanguageService } from 'yaml-language-server';
import schema from '../../../matrix/entitlements.schema.json' with { type: 'json' };
import type { Schema } from '../../../scripts/shape/print-shape.ts';
import { PULSE } from '../matrix-of.ts';
import { fullest } from './fullest.ts';

type Server = Pick<LanguageService, 'configure' | 'doComplete' | 'doHover' | 'doValidation'>;

const { getLanguageService } = createRequire(import.meta.url)('yaml-language-server') as {
  getLanguageService(parts: object): Server;
};

const server = getLanguageService({
  schemaRequestService: async () => JSON.stringify(schema),
  workspaceContext: { resolveRelativePath: (path: string) => path },
  telemetry: {
    send: () => {},
    sendError: (_name: string, error: unknown) => Promise.reject(error),
    sendTrack: () => {},
  },
  clientCapabilities: {},
});
server.configure({
  validate: true,
  completion: true,
  hover: true,
  customTags: [],
  schemas: [
    { uri: 'file:///entitlements.schema.json', fileMatch: ['*.yaml'], schema: structuredClone(schema) as never },
  ],
});

let files = 0;

/** The server remembers a file by its address. */
function opened(text: string): TextDocument {
  files += 1;
  return TextDocument.create(`file:///matrix-${files}.yaml`, 'yaml', 1, text);
}

const { document, stated } = fullest(schema as Schema);

describe('the YAML language server', () => {
  it('finds nothing wrong with the example and the fullest matrix, and finds a misspelt field', async () => {
    const told = async (text: string) => (await server.doValidation(opened(text), false)).map(({ message }) => message);
    expect(await told(PULSE.replace(/^# yaml-language-server.*\n/, ''))).toEqual([]);
    expect(await told(stringify(document))).toEqual([]);
    expect(
      await told('planproof: 1\nproduct: Tide\nplans: { pro: { name: Pro, version: v1, pryce: free } }\n'),
    ).toEqual(['Property pryce is not allowed.']);
  });

  it('explains every field when one points at it', async () => {
    const text = stringify(document);
    const words = new Set([...stated.values()].flatMap((fields) => [...fields]));
    const file = opened(text);
    const mute: string[] = [];
    let asked = 0;
    for (const { key, offset } of keysOf(text)) {
      if (!words.has(key)) continue;
      asked += 1;
      const hover = await server.doHover(file, file.positionAt(offset + 1));
      const said = (hover?.contents as { value?: string } | undefined)?.value ?? '';
      if (said.replace(/^#### .*$|^Source: .*$/gm, '').trim().length < 8) mute.push(`${key} at ${offset}`);
    }
    expect(asked).toBeGreaterThan(250);
    expect(mute).toEqual([]);
  });

  it('offers every field where one begins to write', async () => {
    const missing: string[] = [];
    for (const fields of stated.values()) {
      const [first = '', ...others] = fields;
      const { text, at } = withGap(document, fields, first);
      const file = opened(text);
      const { items } = await server.doComplete(file, file.positionAt(at), false);
      const offered = new Set(items.map(({ label }) => label));
      missing.push(...others.filter((field) => !offered.has(field)).map((field) => `${field} beside ${first}`));
    }
    expect(missing).toEqual([]);
  });
});

/** Every key of a map in `text` with its offset. */
function keysOf(text: string): { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  const visit = (node: unknown): void => {
    const { items } = (node ?? {}) as { items?: { key?: { value: unknown; range: [number] }; value?: unknown }[] };
    for (const item of items ?? []) {
      if (item.key && 'value' in item) found.push({ key: String(item.key.value), offset: item.key.range[0] });
      visit('key' in item && item.key ? item.value : item);
    }
  };
  visit(parseDocument(text).contents);
  return found;
}

const GAP = 'planproof_gap';

/** `value` as YAML. The fullest map in it of no other than `fields` keeps `first`, and an empty line below that is `at`. */
function withGap(value: unknown, fields: ReadonlySet<string>, first: string): { text: string; at: number } {
  const [chosen] = mapsIn(value)
    .filter((map) => first in map && Object.keys(map).every((key) => fields.has(key)))
    .sort((a, b) => Object.keys(b).length - Object.keys(a).length);
  if (!chosen) throw new Error(`no map states ${[...fields]}`);
  const gapped = (one: unknown): unknown => {
    if (one === chosen) return { [first]: chosen[first], [GAP]: null };
    if (one === null || typeof one !== 'object') return one;
    if (Array.isArray(one)) return one.map(gapped);
    return Object.fromEntries(Object.entries(one).map(([key, of]) => [key, gapped(of)]));
  };
  const text = stringify(gapped(value));
  return { text: text.replace(`${GAP}: null`, ''), at: text.indexOf(`${GAP}: null`) };
}

function mapsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(mapsIn);
  return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside];
}
