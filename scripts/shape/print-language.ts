/** The JSON Schema of the matrix goes in; a page that explains every field of the language comes out as Markdown. */
import type { Schema } from './print-shape.ts';

const HEAD = `# The matrix language

Every field that an entitlement matrix can hold. Printed from [entitlements.schema.json](entitlements.schema.json) by
\`npm run shape\`; do not edit. Editors show the same text, with these lines at the head of your file (the first for VS Code
and all that speak to the YAML language server, the second for JetBrains):

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/planproof/dist/entitlements.schema.json
# $schema: ./node_modules/planproof/dist/entitlements.schema.json
\`\`\`

What is not stated is unknown: no field has a value that nobody wrote, but where its text says so.`;

/** One section for the file, then one for each map that fields of it refer to. */
export function printLanguage(schema: Schema): string {
  const { definitions = {} } = schema;
  const sections = Object.entries({ matrix: schema, ...definitions })
    .flatMap(([name, one]) => maps(one).map((map) => section(name, map, definitions)))
    .join('\n\n');
  return `${HEAD}\n\n${sections}\n\n${texts(definitions)}\n`;
}

/** Definitions of text of one form, such as a date. */
function texts(definitions: Record<string, Schema>): string {
  const rows = Object.entries(definitions)
    .filter(([, one]) => one.type === 'string')
    .map(([name, one]) => `| ${name.replaceAll('_', ' ')} | ${escaped(one.description ?? '')} |`);
  return ['## Forms of text', '', '| form | what it is |', '| --- | --- |', ...rows].join('\n');
}

/** The forms of a definition that name their fields. */
function maps(schema: Schema): Schema[] {
  return [schema, ...(schema.anyOf ?? [])].filter((one) => one.properties);
}

function section(name: string, schema: Schema, definitions: Record<string, Schema>): string {
  const rows = Object.entries(schema.properties ?? {}).map(([field, one]) => {
    const must = schema.required?.includes(field) ? ' (must be there)' : '';
    const described = one.description ?? target(one, definitions)?.description ?? '';
    return `| \`${field}\`${must} | ${form(one, definitions)} | ${escaped(described)} |`;
  });
  const title = name === 'matrix' ? 'The file' : name.replaceAll('_', ' ');
  return [
    `## ${title}`,
    '',
    schema.description ?? '',
    '',
    '| field | form | what it says |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function target({ $ref }: Schema, definitions: Record<string, Schema>): Schema | undefined {
  return $ref ? definitions[$ref.replace('#/definitions/', '')] : undefined;
}

/** What a field may hold, in a few words; a link where that has a section of its own. */
function form(schema: Schema, definitions: Record<string, Schema>): string {
  const of = target(schema, definitions);
  if (schema.$ref && of) {
    const name = schema.$ref.replace('#/definitions/', '').replaceAll('_', ' ');
    if (of.type === 'string') return `[${name}](#forms-of-text)`;
    return maps(of).length ? `[${name}](#${name.replaceAll(' ', '-')})` : form(of, definitions);
  }
  if ('const' in schema) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map((one) => form(one, definitions)).join(', or ');
  if (schema.items) return `list of ${form(schema.items, definitions)}`;
  if (schema.properties)
    return Object.keys(schema.properties)
      .map((key) => `\`${key}\``)
      .join(', ');
  if (typeof schema.additionalProperties === 'object')
    return `map of ${form(schema.additionalProperties, definitions)}`;
  return FORMS[schema.type ?? ''] ?? 'text';
}

const FORMS: Readonly<Record<string, string>> = { number: 'number', integer: 'whole number', boolean: 'true or false' };

function escaped(words: string): string {
  return words.replaceAll('|', '\\|');
}
