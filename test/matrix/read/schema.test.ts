import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import schema from '../../../matrix/entitlements.schema.json' with { type: 'json' };
import { printLanguage } from '../../../scripts/shape/print-language.ts';
import { printShape, type Schema } from '../../../scripts/shape/print-shape.ts';

const { definitions } = schema as Schema;

function printed(name: string): string {
  return readFileSync(new URL(`../../../matrix/${name}`, import.meta.url), 'utf8');
}

/** Every field of every map, as `definition.field`, with what an editor shows when one points at it. */
function fields(): [string, string | undefined][] {
  const all = { matrix: schema as Schema, ...definitions };
  return Object.entries(all).flatMap(([name, one]) => within(name, one));
}

function within(name: string, one: Schema): [string, string | undefined][] {
  const own = Object.entries(one.properties ?? {}).flatMap(([key, field]): [string, string | undefined][] => {
    const target = field.$ref && definitions?.[field.$ref.replace('#/definitions/', '')];
    return [
      [`${name}.${key}`, field.description ?? (target || undefined)?.description],
      ...within(`${name}.${key}`, field),
    ];
  });
  const parts = [...(one.anyOf ?? []), ...(one.items ? [one.items] : [])];
  return [...own, ...parts.flatMap((part, i) => within(`${name}[${i}]`, part))];
}

describe('the JSON Schema of a matrix', () => {
  it('is what the types of the reader are printed from (`npm run shape`)', () => {
    expect(printed('read/shape.gen.ts')).toBe(printShape(schema as Schema));
  });

  it('is what the page of the language is printed from', () => {
    expect(printed('LANGUAGE.md')).toBe(printLanguage(schema as Schema));
  });

  it('tells an editor something about every field', () => {
    expect(fields().length).toBeGreaterThan(150);
    expect(fields().filter(([, description]) => !description || description.length < 8)).toEqual([]);
  });

  it('closes every map that names its fields, so that a misspelt one is found', () => {
    const open = (one: unknown): unknown[] => {
      if (one === null || typeof one !== 'object') return [];
      const own = 'properties' in one && !('additionalProperties' in one) ? [one] : [];
      return [
        ...own,
        ...Object.entries(one).flatMap(([key, part]) => (key === 'if' || key === 'then' ? [] : open(part))),
      ];
    };
    expect(open(schema)).toEqual([]);
  });

  it('refers to no definition that is not there, and has none that nothing refers to', () => {
    const text = JSON.stringify(schema);
    const used = new Set([...text.matchAll(/"#\/definitions\/(\w+)"/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(definitions ?? {}).sort());
  });
});
