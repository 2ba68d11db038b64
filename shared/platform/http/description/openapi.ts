/**
 * Builds the OpenAPI 3.1 description of the API (https://spec.openapis.org/oas/v3.1.0). Its schemas are JSON Schema
 * 2020-12, which zod writes itself, so the function needs no further library.
 */
import * as z from 'zod';
import { type ProblemName, problemBody, problems, problemType } from '../problem.ts';
import type { Operation } from './operation.ts';
import { apiVersion } from './version.ts';

export interface Described {
  readonly title: string;
  readonly description: string;
  readonly operations: readonly Operation[];
  readonly publicUrl: string;
  /** Security schemes by name, in OpenAPI's form; each request needs one of `anyOf`. */
  readonly security?: { readonly schemes: Record<string, object>; readonly anyOf: readonly Record<string, string[]>[] };
  /** A link to the description of the rest. */
  readonly elsewhere?: { readonly url: string; readonly description: string };
}

/** @returns the OpenAPI document as plain data */
export function describeApi({ title, description, operations, publicUrl, security, elsewhere }: Described) {
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  const components = {
    schemas: { Problem: schemaOf(problemBody, 'output') },
    ...(security ? { securitySchemes: security.schemes } : {}),
  };
  const described = {
    openapi: '3.1.0',
    info: { title, version: apiVersion, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    ...(security ? { security: security.anyOf } : {}),
    ...(elsewhere ? { externalDocs: elsewhere } : {}),
    paths,
    components,
  };
  share(described, components.schemas);
  return described;
}

/**
 * Moves recursive schemas to the components. Zod keeps a schema that contains itself in the `$defs` of its user, but
 * references to it start at the root of the document.
 */
function share(value: unknown, shared: Record<string, unknown>): void {
  if (!isNode(value)) return;
  const { $defs: own, $ref: reference } = value;
  delete value['$defs'];
  if (typeof reference === 'string') value['$ref'] = reference.replace('#/$defs/', '#/components/schemas/');
  for (const part of Object.values(value)) share(part, shared);
  for (const [name, schema] of Object.entries(own ?? {})) {
    share(schema, shared);
    if (shared[name] && JSON.stringify(shared[name]) !== JSON.stringify(schema))
      throw new Error(`two schemas: ${name}`);
    shared[name] = schema;
  }
}

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function describeOperation(operation: Operation) {
  const { path, summary, details, params, query, headers, body, bodyOptional = false, answers } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: params?.shape[name] ? schemaOfField(params.shape[name]) : { type: 'string' },
  }));
  return {
    summary,
    ...(details ? { description: details } : {}),
    parameters: [...inPath, ...parametersOf(query, 'query'), ...parametersOf(headers, 'header')],
    ...(body ? { requestBody: { required: !bodyOptional, content: contentOf(body) } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, describeAnswer(answer)])),
      ...describeProblems(operation),
    },
  };
}

function contentOf(body: Readonly<Record<string, z.ZodType>>) {
  return Object.fromEntries(
    Object.entries(body).map(([type, schema]) => [type, { schema: schemaOf(schema, 'input') }]),
  );
}

function parametersOf(schema: z.ZodObject | undefined, place: 'query' | 'header') {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: !isOptional(field),
    schema: schemaOfField(field),
  }));
}

const schemaOfField = (field: z.core.$ZodType) => schemaOf(z.object({ field }), 'input').properties?.['field'] ?? {};

const isOptional = (field: unknown) => field instanceof z.ZodType && z.safeParse(field, undefined).success;

function describeAnswer({ description, json, type }: Operation['answers'][number]) {
  const content = {
    ...(json ? { 'application/json': { schema: schemaOf(json, 'output') } } : {}),
    ...Object.fromEntries((type ? [type].flat() : []).map((one) => [one, { schema: { type: 'string' } }])),
  };
  return { description, ...(Object.keys(content).length > 0 ? { content } : {}) };
}

/** Problems with the same status are one response, told apart by their type. */
function describeProblems({ path, body, problems: names }: Operation) {
  // Browsers get an HTML page instead: outside /v1 unless they ask for JSON, within /v1 after a plain form.
  const isForm = body && 'application/x-www-form-urlencoded' in body;
  const asPage = isForm || !path.startsWith('/v1/') ? { 'text/html': { schema: { type: 'string' } } } : {};
  const byStatus = Map.groupBy(names, (name) => problems[name].status);
  const describe = (same: readonly ProblemName[]) => ({
    description: same.map((name) => `${problemType(name)}: ${problems[name].title}`).join('; '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } }, ...asPage },
  });
  return Object.fromEntries([...byStatus].map(([status, same]) => [String(status), describe(same)]));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
