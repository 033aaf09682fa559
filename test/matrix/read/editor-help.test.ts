/** What an editor does with the schema of a matrix: it finds it, and offers and explains every key of a real file. */
import { existsSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../matrix/entitlements.schema.json' with { type: 'json' };
import type { Schema } from '../../../scripts/shape/print-shape.ts';
import { matrixOf, PULSE } from '../matrix-of.ts';
import { fullest } from './fullest.ts';

const whole = schema as Schema;

/** What a schema says at one place, through references and choices: each with all descriptions on the way. */
function meanings(at: Schema, said: readonly string[] = []): { at: Schema; said: string[] }[] {
  const own = at.description ? [...said, at.description] : [...said];
  const parts = [...(at.anyOf ?? []), ...(at.$ref ? [whole.definitions![at.$ref.replace('#/definitions/', '')]!] : [])];
  return [{ at, said: own }, ...parts.flatMap((part) => meanings(part, own))];
}

interface Help {
  /** What completion offers in place of this key. */
  offered: string[];
  /** Whether the key is a name of the author's own. */
  named: boolean;
  hover: string[];
}

/** For every key of a map in `value`: what an editor shows, by the path of the key. */
function helpFor(value: unknown, at: Schema, path: string): [string, Help][] {
  if (value === null || typeof value !== 'object') return [];
  const here = meanings(at).map((one) => one.at);
  if (Array.isArray(value))
    return value.flatMap((item, i) => here.flatMap(({ items }) => (items ? helpFor(item, items, `${path}.${i}`) : [])));
  return Object.entries(value).flatMap(([key, one]): [string, Help][] => {
    const offered = here.flatMap(({ properties }) => Object.keys(properties ?? {}));
    const free = !offered.includes(key) && here.some(({ additionalProperties: open }) => typeof open === 'object');
    const next = here.flatMap(({ properties, additionalProperties: open }) => {
      const named = properties?.[key] ?? (typeof open === 'object' ? open : undefined);
      return named ? [named] : [];
    });
    const hover = next.flatMap((target) => meanings(target).flatMap(({ said }) => said));
    return [
      [`${path}.${key}`, { offered, named: free, hover }],
      ...next.flatMap((target) => helpFor(one, target, `${path}.${key}`)),
    ];
  });
}

describe('the schema of a matrix, in an editor', () => {
  it('is a schema as draft-07 describes them', () => {
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    expect(ajv.validateSchema({ ...schema, required: 'plans' })).toBe(false);
  });

  it('is named by the first line of the example, by a path that is there', () => {
    const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(PULSE) ?? [];
    expect(path).toMatch(/^\.\.?\//);
    expect(existsSync(new URL(`../../../matrix/${path}`, import.meta.url))).toBe(true);
  });

  it.each([
    ['the example', matrixOf(PULSE).raw as unknown, 500],
    ['the fullest matrix', fullest(whole).document as unknown, 400],
  ])('explains every key of %s, and offers each that is not a name', (_name, document, least) => {
    const help = helpFor(document, whole, '').map(([path, one]): [string, Help] => [path.slice(1), one]);
    expect(help.length).toBeGreaterThan(least);
    const mute = help.filter(([, { hover }]) => !hover.some((words) => words.length > 5));
    expect(mute.map(([path]) => path)).toEqual([]);
    const unoffered = help.filter(([path, { offered, named }]) => !named && !offered.includes(path.split('.').at(-1)!));
    expect(unoffered.map(([path]) => path)).toEqual([]);
    expect(help.filter(([, { named }]) => !named).length).toBeGreaterThan(least / 2);
  });

  it('says of every closed list what its words are about', () => {
    const lists: [string, string][] = [];
    const collect = (part: unknown, said = ''): void => {
      if (part === null || typeof part !== 'object') return;
      const { enum: words, description = said } = part as Schema;
      for (const word of words ?? []) lists.push([String(word), description]);
      for (const [key, one] of Object.entries(part)) if (key !== 'if' && key !== 'then') collect(one, description);
    };
    collect(schema);
    expect(lists.length).toBeGreaterThan(60);
    expect(lists.filter(([, description]) => description.length < 8)).toEqual([]);
  });
});
