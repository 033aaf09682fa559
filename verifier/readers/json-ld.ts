/** Data of schema.org in a page goes in; what it says of products and their offers comes out, as search results show it. */
import { type ChildNode, type Document, type Element, isText } from 'domhandler';
import { walkHtml } from './html-walk.ts';
import { type Json, readJson } from './json-tree.ts';
import { elementNode, wordsNode } from './page-nodes.ts';
import type { Piece, Range } from './source-text.ts';

export interface LinkedData {
  script: Element;
  /** Undefined where it is no JSON, or nests without end. */
  shown: ChildNode[] | undefined;
}

export function linkedDataIn(document: Document): LinkedData[] {
  const found: LinkedData[] = [];
  walkHtml(document.children, {
    enter(element) {
      if (element.name === 'script' && /^\s*application\/ld\+json\b/i.test(element.attribs.type ?? ''))
        found.push({ script: element, shown: shownBy(element) });
      return element.name !== 'script';
    },
  });
  return found;
}

function shownBy(script: Element): ChildNode[] | undefined {
  const [text] = script.children;
  if (!text || !isText(text) || !text.data.trim()) return [];
  const data = readJson(text.data, text.startIndex ?? 0);
  return data && nodesOf(data, { above: 0 }, 0);
}

const MOST_DEPTH = 60;
/** What other people say, and what is shown beside an offer. */
const NOT_OURS =
  /^(?:review|reviews|aggregateRating|author|publisher|brand|manufacturer|image|logo|screenshot|address|contactPoint|sameAs|breadcrumb|potentialAction|interactionStatistic|isSimilarTo|isRelatedTo|areaServed|seller|provider|itemOffered)$/;
const NOT_COPY =
  /^(?:Person|Review|AggregateRating|Rating|BreadcrumbList|ImageObject|VideoObject|PostalAddress|Article|BlogPosting|NewsArticle)$/;
const SAID = ['headline', 'description', 'text', 'slogan'];

interface Around {
  /** Names of what it is part of. */
  above: number;
  currency?: string | undefined;
}

/** An object's `name` heads its price, its description and the offers in it. */
function nodesOf(data: Json, around: Around, depth: number): ChildNode[] | undefined {
  if (depth > MOST_DEPTH) return undefined;
  if (data.kind === 'words') return [];
  if (data.kind === 'list') return allOf(data.items, (one) => nodesOf(one, around, depth + 1));
  if (NOT_COPY.test(plain(wordsIn(data, '@type')?.words ?? ''))) return [];
  const offered = data.fields.get('itemOffered');
  const name = wordsIn(data, 'name') ?? (offered && wordsIn(offered, 'name'));
  const currency = wordsIn(data, 'priceCurrency')?.words ?? around.currency;
  const inner = allOf(
    [...data.fields].filter(([field]) => !NOT_OURS.test(field)).map(([, value]) => value),
    (one) => nodesOf(one, { currency, above: around.above + (name ? 1 : 0) }, depth + 1),
  );
  if (!inner) return undefined;
  const shown = [
    ...(name ? [paragraph([name], name, `h${Math.min(6, 2 + around.above)}`)] : []),
    ...SAID.flatMap((field) => {
      const said = wordsIn(data, field);
      return said ? [paragraph([said], said)] : [];
    }),
    ...priceOf(data, currency),
    ...featuresOf(data),
    ...inner,
  ];
  return shown.length ? [elementNode('article', shown, data)] : [];
}

function allOf(list: readonly Json[], of: (one: Json) => ChildNode[] | undefined): ChildNode[] | undefined {
  const all = list.map(of);
  return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
}

function featuresOf(data: Json): ChildNode[] {
  const list = data.kind === 'object' ? data.fields.get('featureList') : undefined;
  if (!list || list.kind === 'object') return [];
  const items = list.kind === 'list' ? list.items : [list];
  const said = items.flatMap((one) => (one.kind === 'words' ? [paragraph([one], one, 'li')] : []));
  return [elementNode('ul', said, list)];
}

/** Prices that are struck through or recommended by somebody else are not asked for. */
function priceOf(data: Json, currency: string | undefined): ChildNode[] {
  const price = wordsIn(data, 'price');
  const period = periodOf(data);
  if (
    !price ||
    !/^\d+(?:[.,]\d+)?$/.test(price.words) ||
    !currency ||
    !/^[A-Z]{3}$/.test(currency) ||
    period === 'other'
  )
    return [];
  if (/Strikethrough|List|SRP|Suggested/.test(wordsIn(data, 'priceType')?.words ?? '')) return [];
  const told = (words: string): Piece => ({ words, from: price.from, to: price.to, told: true });
  return [paragraph([told(`${currency} `), price, ...(period ? [told(` per ${period}`)] : [])], price)];
}

/** UN/CEFACT codes and words for the units that a price may be for. */
const MONTH = /^(?:MON|P1M|(?:per )?months?|monthly)$/i;
const YEAR = /^(?:ANN|P1Y|P12M|(?:per )?(?:years?|annum)|yearly|annually)$/i;

/** The period that one price pays for; nothing where none is stated. */
function periodOf(data: Json): 'month' | 'year' | 'other' | undefined {
  const quantity = data.kind === 'object' ? data.fields.get('referenceQuantity') : undefined;
  const duration = wordsIn(data, 'billingDuration')?.words;
  const [own, other] = [
    wordsIn(data, 'unitCode') ?? wordsIn(data, 'unitText'),
    quantity && (wordsIn(quantity, 'unitCode') ?? wordsIn(quantity, 'unitText')),
  ];
  const isNumber = duration !== undefined && /^\d+$/.test(duration);
  const unit = (isNumber ? undefined : duration) ?? (own ?? other)?.words;
  if (unit === undefined) return isNumber ? 'other' : undefined;
  const count = Number(
    (isNumber ? duration : undefined) ?? (own ? undefined : quantity && wordsIn(quantity, 'value')?.words) ?? 1,
  );
  if (MONTH.test(unit)) return count === 1 ? 'month' : count === 12 ? 'year' : 'other';
  return YEAR.test(unit) && count === 1 ? 'year' : 'other';
}

type Words = Json & { kind: 'words' };

function wordsIn(data: Json, field: string): Words | undefined {
  const value = data.kind === 'object' ? data.fields.get(field) : undefined;
  return value?.kind === 'words' && value.words.trim() && value.words !== 'null' ? value : undefined;
}

function plain(type: string): string {
  return type.replace(/^.*[/#:]/, '');
}

function paragraph(pieces: readonly Piece[], range: Range, name = 'p'): ChildNode {
  return elementNode(name, pieces.map(wordsNode), range);
}
