import { z } from 'zod';
import type { Module } from '../module.ts';

/** OpenAPI 3.1 of everything the interface offers, from the very schemas that check it. */
export function openApi(modules: readonly Module[], version: string): object {
  const paths: Record<string, object> = {};
  for (const module of modules) {
    for (const it of module.commands) {
      const input = { properties: { input: schemaOf(it.input) } };
      paths[`/api/{district}/${it.name.replace('.', '/')}`] = {
        post: {
          operationId: it.name,
          tags: [module.name],
          parameters: [DISTRICT],
          ...('permission' in it ? { 'x-permission': it.permission } : { security: [] }),
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Envelope' }, input] } } },
          },
          responses: { 200: OUTCOME('accepted'), 409: OUTCOME('refused, with its facts'), ...PROBLEMS },
        },
      };
    }
    for (const it of module.reads ?? []) {
      paths[`/api/{district}${it.path.replace(/:(\w+)/g, '{$1}')}`] = {
        get: {
          operationId: `${module.name}.read${it.path}`,
          tags: [module.name],
          ...(it.summary === undefined ? {} : { summary: it.summary }),
          'x-permission': it.permission,
          parameters: [DISTRICT, ...queryParameters(it.path, schemaOf(it.query))],
          responses: { 200: { description: 'the answer', ...(it.answer ? { content: json(schemaOf(it.answer)) } : {}) }, ...PROBLEMS },
        },
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Luoshi 落实', version, license: { name: 'Mulan PSL v2', identifier: 'MulanPSL-2.0' } },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Envelope: ENVELOPE },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'luoshi.session_token' } },
    },
  };
}

type JsonSchema = { readonly properties?: Readonly<Record<string, object>>; readonly required?: readonly string[] };

export function schemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema;
}

function queryParameters(path: string, schema: JsonSchema): readonly object[] {
  return Object.entries(schema.properties ?? {}).map(([name, type]) => {
    const inPath = path.includes(`:${name}`);
    return { name, in: inPath ? 'path' : 'query', required: inPath || (schema.required ?? []).includes(name), schema: type };
  });
}

const json = (schema: object) => ({ 'application/json': { schema } });
const DISTRICT = { name: 'district', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d{6}$' } };
const OUTCOME = (description: string) => ({
  description,
  content: json({ type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] }),
});
const PROBLEM = (description: string) => ({
  description,
  content: json({ type: 'object', properties: { code: { type: 'string' }, facts: { type: 'object' } }, required: ['code'] }),
});
const PROBLEMS = { 400: PROBLEM('malformed'), 401: PROBLEM('log in'), 403: PROBLEM('not allowed'), 404: PROBLEM('unknown') };
const ENVELOPE = {
  type: 'object',
  required: ['id', 'name', 'version', 'input'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    version: { type: 'integer' },
    input: {},
    base: { type: 'object', additionalProperties: { type: 'integer' } },
    madeAt: { type: 'string', format: 'date-time' },
    device: { type: 'string' },
  },
};
