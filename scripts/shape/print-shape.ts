/** The JSON Schema of the matrix goes in; the TypeScript types of what it accepts come out, one for each definition. */

export interface Schema {
  $ref?: string;
  const?: unknown;
  enum?: readonly unknown[];
  type?: string;
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  description?: string;
  definitions?: Readonly<Record<string, Schema>>;
}

const HEAD =
  '/** The matrix as its file states it. Printed from entitlements.schema.json by `npm run shape`; do not edit. */';

/** Definitions that are plain text or numbers print no type of their own. */
export function printShape(schema: Schema): string {
  const { definitions = {} } = schema;
  const printed = Object.entries({ matrix: schema, ...definitions })
    .filter(([, one]) => !isPlain(one))
    .map(([name, one]) => `${comment(one)}${declaration(typeName(name), one, definitions)}`);
  return `${[HEAD, ...printed].join('\n\n')}\n`;
}

function declaration(name: string, schema: Schema, definitions: Record<string, Schema>): string {
  const type = typeOf(schema, definitions);
  return schema.properties ? `export interface ${name} ${type}` : `export type ${name} = ${type};`;
}

function typeOf(schema: Schema, definitions: Record<string, Schema>): string {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/definitions/', '');
    const target = definitions[name]!;
    return isPlain(target) ? typeOf(target, definitions) : typeName(name);
  }
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  if (schema.properties) return fields(schema, definitions);
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, definitions)).join(' | ');
  if (schema.items) return list(typeOf(schema.items, definitions));
  if (typeof schema.additionalProperties === 'object')
    return `Record<string, ${typeOf(schema.additionalProperties, definitions)}>`;
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown');
}

function fields({ properties = {}, required = [] }: Schema, definitions: Record<string, Schema>): string {
  const lines = Object.entries(properties).map(([key, one]) => {
    const mark = required.includes(key) ? '' : '?';
    return `${comment(one)}${key}${mark}: ${typeOf(one, definitions)};`;
  });
  return `{\n${lines.join('\n').replace(/^/gm, '  ')}\n}`;
}

function isPlain({ type, enum: words, properties, items, anyOf, additionalProperties }: Schema): boolean {
  const holds = words ?? properties ?? items ?? anyOf ?? (typeof additionalProperties === 'object' || undefined);
  return holds === undefined && (type === 'string' || type === 'number' || type === 'integer');
}

function list(of: string): string {
  return of.includes(' ') ? `(${of})[]` : `${of}[]`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function comment({ description }: Schema): string {
  return description ? `/** ${description} */\n` : '';
}

/** `past_version` is `RawPastVersion`. */
function typeName(definition: string): string {
  return `Raw${definition.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}
