/** The words behind the components that other sites install, and the types that they get from the printed data. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listed, type PlansData, plansWith, priceOf, tableOf, wordsOf } from '../../site/astro/plan-words.ts';
import { planproof } from '../../site/astro/planproof.ts';
import printed from '../../site/plans.gen.json' with { type: 'json' };

const data = printed as unknown as PlansData;

describe('the words of a component', () => {
  it('are those of the printed data', () => {
    expect(wordsOf(data, 'relay', 'history')).toBe('14 days');
    expect(wordsOf(data, 'relay', 'audit_logging')).toBe('Not included');
    expect([priceOf(data, 'pro', 'month'), priceOf(data, 'community', 'year')]).toEqual(['$8.99', 'Free']);
    expect(listed(plansWith(data, 'push_notifications').slice(0, 2))).toBe('Relay and Pro');
    expect([listed([]), listed(['Pro'])]).toEqual(['no plan', 'Pro']);
    expect(tableOf(data, ['community', 'pro'], ['history', 'workspaces'])).toEqual({
      head: ['Community', 'Pro'],
      rows: [
        { name: 'Metric history', cells: ['7 days', '90 days'] },
        { name: 'Client workspaces', cells: ['Ask us', 'Ask us'] },
      ],
    });
  });

  it.each([
    ['a plan', () => wordsOf(data, 'pros', 'history'), 'no plan `pros`. Write one of community'],
    ['a plan that only JavaScript knows', () => wordsOf(data, 'constructor', 'history'), 'no plan `constructor`'],
    ['a key', () => wordsOf(data, 'pro', 'histroy'), 'no capability or limit `histroy`'],
    ['a capability', () => plansWith(data, 'history'), 'no capability `history`'],
    ['a key of a table', () => tableOf(data, ['pro'], ['x']), 'no capability or limit `x`'],
    [
      'a value that nothing states',
      () => wordsOf(data, 'pro', 'workspaces'),
      'does not say what `pro` has of `workspaces`',
    ],
    ['a price that nothing states', () => priceOf(data, 'pro', 'week'), 'does not say what `pro` costs per week'],
  ])('fail the build for %s', (_, words, told) => {
    expect(words).toThrow(told);
  });
});

describe('the integration', () => {
  function started(text: string): { types: string; module: string } {
    const folder = mkdtempSync(join(tmpdir(), 'planproof-astro-'));
    try {
      writeFileSync(join(folder, 'plans.gen.json'), text);
      const config = { root: pathToFileURL(`${folder}/`) };
      let [types, module] = ['', ''];
      const { hooks } = planproof({ data: 'plans.gen.json' });
      const updateConfig = (given: object) => {
        const [plugin] = (given as { vite: { plugins: { resolveId(id: string): string; load(id: string): string }[] } })
          .vite.plugins;
        expect(plugin!.resolveId('other')).toBeUndefined();
        module = plugin!.load(plugin!.resolveId('virtual:planproof'));
      };
      hooks['astro:config:setup']({ config, updateConfig, addWatchFile: () => {} });
      hooks['astro:config:done']({
        config,
        injectTypes: ({ content }) => {
          types = content;
        },
      });
      return { types, module };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('gives the data as a module, with a type for every name', () => {
    const { types, module } = started('{"plans":{"pro":{},"a\\"b":{}},"capabilities":{"sso":{}},"limits":{}}');
    expect(module).toMatch(/^export \{ default \} from ".*\/plans\.gen\.json";$/);
    expect(types).toContain('plans: Record<"pro" | "a\\"b", Plan>;');
    expect(types).toContain('limits: Record<never, { name: string }>;');
  });

  it('fails the build without its data', () => {
    expect(() => started('not JSON')).toThrow('docs-data');
  });
});
