/** Pages go through the plugin as a site's build runs it; values, lists and tables, and mistakes with their places, come out. */
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { type docsData, printDocsData } from '../../../matrix/print/docs-data.ts';
import { remarkPlanproof } from '../../../matrix/print/remark/index.ts';
import { matrixOf, PULSE } from '../matrix-of.ts';

const data = JSON.parse(printDocsData(matrixOf(PULSE).matrix, 'Printed.')) as ReturnType<typeof docsData>;
const processor = unified()
  .use(remarkParse)
  .use(remarkPlanproof, { data })
  .use(function (this: Processor) {
    this.compiler = (tree) => shown(tree as Nodes);
  });

/** A tree as text: blocks by line, cells by bar, points by star. */
function shown(node: Nodes): string {
  const inside = 'children' in node ? (node.children as Nodes[]).map(shown) : [];
  if (node.type === 'tableRow') return inside.join(' | ');
  if (node.type === 'listItem') return `* ${inside.join('')}`;
  if (['root', 'table', 'list'].includes(node.type)) return inside.join('\n');
  return 'value' in node ? node.value : inside.join('');
}

const built = (page: string) => String(processor.processSync({ path: 'page.md', value: page }));

interface Message {
  reason: string;
  line: number;
  column: number;
  file: string;
  source: string;
  ruleId: string;
  place: { start: { line: number; column: number }; end: { line: number; column: number } };
}

function failure(page: string): Message {
  try {
    built(page);
  } catch (error) {
    return error as Message;
  }
  throw new Error('the page was built');
}

describe('remarkPlanproof', () => {
  it.each([
    ['Pro keeps <!-- planproof:value plan=pro key=history --> of it.', 'Pro keeps 90 days of it.'],
    ['<!-- planproof:price plan=relay interval=month -->', '$4.99 per month'],
    [
      '<!-- planproof:plans key=rbac --> have it & more.',
      'Pro, MSP Evaluation, MSP Starter, MSP Growth and MSP Scale have it & more.',
    ],
    ['# For <!-- planproof:value plan=msp_starter key=workspaces -->', 'For 5 client workspaces'],
    ['> - <!-- planproof:value plan=pro key=manual_patrol_runs -->', '* unlimited'],
    ['<!-- planproof:table plans=relay,pro keys=history -->', ' | Relay | Pro\nMetric history | 14 days | 90 days'],
    ['<!-- a comment --> and <!-- planproof-ignore: why -->', '<!-- a comment --> and <!-- planproof-ignore: why -->'],
    [
      '<!-- planproof:begin prices msp -->\n\nold\n\n<!-- planproof:end -->',
      '<!-- planproof:begin prices msp -->\nold\n<!-- planproof:end -->',
    ],
    ['`<!-- planproof:value plan=none -->`', '<!-- planproof:value plan=none -->'],
  ])('makes of %s', (page, words) => {
    expect(built(page)).toBe(words);
  });

  it('prints a list of features as a list', () => {
    const lines = built('<!-- planproof:features plan=community -->\n').split('\n');
    expect(lines[0]).toBe('* Metric history: 7 days');
    expect(lines).toContain('* Pulse Patrol');
  });

  it.each([
    [
      'One.\n\n> Pro keeps <!-- planproof:value plan=pro key=histroy --> of it.',
      '3:47-3:54',
      'The matrix has no capability or limit `histroy`. Write: `history`.',
    ],
    [
      '<!-- planproof:value plan=por key=history --> is it.',
      '1:27-1:30',
      'The matrix has no plan `por`. Write: `pro`.',
    ],
    ['<!-- planproof:valeu plan=pro -->', '1:16-1:21', 'No region is called `valeu`. Write: `value`.'],
    [
      '\n<!-- planproof:value plan=pro -->',
      '2:16-2:30',
      '`value` does not say which `key`. Write: `value plan=PLAN key=KEY`.',
    ],
    [
      'Here is <!-- planproof:table msp --> inside.',
      '1:9-1:10',
      'A table or list stands inside other words. Write: it on lines of its own.',
    ],
  ])('fails the build at the place of the mistake in %s', (page, place, reason) => {
    const {
      line,
      column,
      place: { start, end },
      file,
      source,
      ruleId,
      ...error
    } = failure(page);
    expect([error.reason, source, ruleId, file]).toEqual([reason, 'planproof', 'region-malformed', 'page.md']);
    expect(`${line}:${column}-${end.line}:${end.column}`).toBe(place);
    expect([start.line, start.column]).toEqual([line, column]);
  });

  it('fills expressions of MDX that are comments, and leaves the others', () => {
    const page = 'It keeps {/* planproof:value plan=pro key=history */} and {1}.';
    const expression = (type: string, value: string, offset: number) => ({
      type,
      value,
      position: { start: { offset } },
    });
    const tree = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            expression('mdxTextExpression', '/* planproof:value plan=pro key=history */', 9),
            expression('mdxTextExpression', '1', 58),
          ],
        },
        expression('mdxFlowExpression', '/* planproof:plans key=push_notifications */', 0),
      ],
    };
    remarkPlanproof({ data })(tree, { toString: () => `${page} planproof:plans key=push_notifications` });
    expect(tree.children).toMatchObject([
      {
        children: [
          { type: 'text', value: '90 days' },
          { type: 'mdxTextExpression', value: '1' },
        ],
      },
      { type: 'paragraph', children: [{ type: 'text' }] },
    ]);
  });

  it('needs its data', () => {
    expect(() => remarkPlanproof({} as never)).toThrow('docs-data');
  });

  it('is given no internal key or plan', () => {
    expect(JSON.stringify(data)).not.toMatch(/demo_fixtures|business/);
  });
});
