/** As much of a JSON schema as the descriptions of commands use. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  /** Of a tuple; `items` is false then. */
  readonly prefixItems?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly default?: unknown;
};

const DEEPEST = 5;

/** A value of this shape, for reading: it shows how a body is built, not what a district has. */
export function sampleOf(schema: JsonSchema, depth = 0): unknown {
  if ('default' in schema) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const one = schema.anyOf ?? schema.oneOf;
  if (one !== undefined) return sampleOf(one.find((it) => it.type !== 'null') ?? one[0]!, depth);
  if (depth >= DEEPEST) return null;
  if (schema.properties !== undefined) {
    const required = new Set(schema.required ?? []);
    const shown = Object.entries(schema.properties).filter(([name]) => required.has(name));
    return Object.fromEntries(shown.map(([name, it]) => [name, sampleOf(it, depth + 1)]));
  }
  if (schema.prefixItems !== undefined) return schema.prefixItems.map((it) => sampleOf(it, depth + 1));
  if (schema.type === 'array') return schema.items ? [sampleOf(schema.items, depth + 1)] : [];
  if (schema.type === 'object') return {};
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  return textOf(schema);
}

function textOf({ format, pattern }: JsonSchema): string {
  if (format === 'uuid') return '01990000-0000-7000-8000-000000000000';
  if (format === 'date-time') return '2026-06-18T02:00:00Z';
  if (format === 'date' || pattern?.includes('\\d{4}-')) return '2026-06-18';
  return '…';
}

/** The kind of a value in a word or two, with its bounds. */
export function kindOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((it) => JSON.stringify(it)).join(' | ');
  const one = schema.anyOf ?? schema.oneOf;
  if (one !== undefined) return [...new Set(one.map(kindOf))].join(' | ');
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(kindOf).join(', ')}]`;
  if (schema.type === 'array') return `${schema.items ? kindOf(schema.items) : 'any'}[]${bounds(undefined, schema.maxItems)}`;
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  if (schema.type === 'string') return `${schema.format ?? 'string'}${bounds(schema.minLength, schema.maxLength)}`;
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  const highest = schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum;
  if (isNumber) return `${schema.type}${bounds(schema.minimum === -Number.MAX_SAFE_INTEGER ? undefined : schema.minimum, highest)}`;
  return String(schema.type ?? 'any');
}

function bounds(low: number | undefined, high: number | undefined): string {
  return low === undefined && high === undefined ? '' : ` (${low ?? ''}…${high ?? ''})`;
}
