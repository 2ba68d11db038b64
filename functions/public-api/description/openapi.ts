/**
 * The description of the API for machines (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.0). Its schemas are JSON
 * Schema 2020-12, which zod writes itself; so it costs the function no further library.
 */
import * as z from 'zod';
import { type ProblemName, problemBody, problems, problemType } from '../../../shared/http/problem.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

/** @returns the OpenAPI document as plain data */
export function describeApi(publicUrl: string, version: string) {
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Undersigned',
      version,
      description: 'Collects co-signatures for open letters. Errors are problem details (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: { Problem: schemaOf(problemBody, 'output') } },
  };
}

function describeOperation(operation: Operation) {
  const { path, summary, details, query, headers, body, answers } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 200 },
  }));
  return {
    summary,
    ...(details ? { description: details } : {}),
    parameters: [...inPath, ...parametersOf(query, 'query'), ...parametersOf(headers, 'header')],
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
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
    required: false,
    schema: schemaOf(z.object({ field }), 'input').properties?.['field'] ?? {},
  }));
}

function describeAnswer({ description, json, type }: Operation['answers'][number]) {
  const content = {
    ...(json ? { 'application/json': { schema: schemaOf(json, 'output') } } : {}),
    ...(type ? { [type]: { schema: { type: 'string' } } } : {}),
  };
  return { description, ...(Object.keys(content).length > 0 ? { content } : {}) };
}

/** Problems that share a status are one answer, told apart by their type. */
function describeProblems({ problems: names }: Operation) {
  const byStatus = Map.groupBy(names, (name) => problems[name].status);
  const describe = (same: readonly ProblemName[]) => ({
    description: same.map((name) => `${problemType(name)}: ${problems[name].title}`).join('; '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return Object.fromEntries([...byStatus].map(([status, same]) => [String(status), describe(same)]));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
