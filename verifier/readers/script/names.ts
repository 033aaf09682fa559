/** A name in a program goes in; what it says about the words that it holds comes out. */

/** What an object or component is called: the first of these heads all the rest. */
export const HEADS = [
  'name',
  'title',
  'heading',
  'planName',
  'displayName',
  'plan',
  'label',
  'feature',
  'tier',
] as const;
/** Names whose value may be an id, such as `plan: 'pro'`. */
export const IDS = new Set([
  'plan',
  'plans',
  'tier',
  'tiers',
  'edition',
  'requiredPlan',
  'requiredTier',
  'minPlan',
  'minTier',
]);
export const GATED = new Set(['feature', 'capability', 'entitlement']);

const SILENT =
  /^(?:id|key|slug|href|to|url|src|srcSet|icon|class|className|classes|style|styles|type|variant|color|colour|tone|size|kind|role|ref|rel|target|method|route|path|pathname|locale|lang|language|event|action|test[iI]d|data-.*|aria-(?!label$).*|.*(?:Id|Ids|Key|Url|URL|Href|Path|Class|ClassName|Color|Icon|Slug|Type|Event|Variant))$/;

/** Whether a name holds what a machine reads: addresses, ids, classes. */
export function isSilent(name: string): boolean {
  return SILENT.test(name);
}

export function isPrice(name: string): boolean {
  return /(?:price|cost|amount|fee)/i.test(name) || periodOf(name) !== undefined;
}

/** A part of a price of its own: `period: '/month'`. */
export function isPeriod(name: string): boolean {
  return /^(?:period|interval|billing|per|frequency|cadence|cycle|suffix|priceSuffix|priceUnit|billingPeriod|pricePeriod)$/.test(
    name,
  );
}

/** "monthlyPrice", "annual": the period that a price is for. */
export function periodOf(name: string): string | undefined {
  if (/^(?:monthly|month|mo)$|(?:^monthly|Monthly$|perMonth$|PerMonth$|priceMonth$)/.test(name)) return 'month';
  return /^(?:yearly|annual|annually|year|yr)$|(?:^(?:yearly|annual)|(?:Yearly|Annual|Annually)$|perYear$|PerYear$|priceYear$)/.test(
    name,
  )
    ? 'year'
    : undefined;
}

/** Whether a value beside a name says that something is there, or not. */
export function isPresence(name: string): boolean {
  return /^(?:included|isIncluded|available|enabled|has|active|checked|check|value|supported|limit|quantity|amount)$/.test(
    name,
  );
}

/** `FEATURE_MIN_TIER_LABELS`, `requiredPlan`: which plan each thing begins with. */
export function isGates(name: string): boolean {
  return /(?:min(?:imum)?|required?)_?(?:plan|tier|edition)/i.test(name);
}

/** `auditLog`, `audit_log`: "audit log"; as long as it is written, or one longer for each joint. */
export function wordsOfName(name: string): string {
  return name
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .trim();
}

/** `pro_plus`: "Pro Plus". */
export function titled(id: string): string {
  return /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/.test(id)
    ? wordsOfName(id).replace(/(^| )(\p{Ll})/gu, (_, gap: string, first: string) => gap + first.toUpperCase())
    : id;
}

/** Calls whose words nobody who buys reads: logs, errors, tests, queries. */
export function isMachineCall(callee: string): boolean {
  return /^(?:console|log|logger|debug|assert|expect|describe|it|test|vi|jest|cy|process|require|import|fetch|clsx|cn|cx|cva|twMerge|tw|classNames|document|window|localStorage|sessionStorage|navigator|performance|JSON|RegExp|Symbol|URL|Intl|performance|track|analytics|posthog|gtag)(?:$|\.)|(?:Error|Exception)$|\.(?:querySelector(?:All)?|getElementById|addEventListener|removeEventListener|getItem|setItem|split|join|replace|replaceAll|match|startsWith|endsWith|includes|indexOf|test|exec|get|post|put|patch|delete|has|log|warn|error|info|debug|track|emit|on|off)$/.test(
    callee,
  );
}
