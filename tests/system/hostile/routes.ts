/** Places for input: the routes of both apps, with the names of their parameters, queries and fields. */
import * as z from 'zod';
import type { World } from '../../fixtures/world.ts';

export interface Place {
  readonly method: string;
  /** Parameters are written as `:name`. */
  readonly path: string;
  readonly queries: readonly string[];
  /** Paths into the body; empty for a route without a body. */
  readonly fields: readonly (readonly string[])[];
}

const schemaObject = z.looseObject({
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
});
const operation = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) }).optional(),
});
const description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }).optional(),
});

/** @returns the paths to the leaves of a schema */
function leavesOf(schema: unknown, known: Readonly<Record<string, unknown>>, depth = 0): string[][] {
  const read = schemaObject.safeParse(schema).data;
  if (!read || depth > 6) return [[]];
  if (read.$ref !== undefined) return leavesOf(known[read.$ref.split('/').at(-1) ?? ''], known, depth + 1);
  const several = [...(read.anyOf ?? []), ...(read.oneOf ?? []), ...(read.allOf ?? [])];
  if (several.length > 0) return several.flatMap((one) => leavesOf(one, known, depth + 1));
  if (read.properties) {
    return Object.entries(read.properties).flatMap(([name, inner]) =>
      leavesOf(inner, known, depth + 1).map((path) => [name, ...path]),
    );
  }
  return read.items === undefined ? [[]] : leavesOf(read.items, known, depth + 1).map((path) => ['0', ...path]);
}

/** @returns the queries and fields of each route in an OpenAPI description */
function described(document: unknown): Map<string, Pick<Place, 'queries' | 'fields'>> {
  const { paths, components } = description.parse(document);
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters, requestBody }]) => {
        const leaves = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
          leavesOf(schema, components?.schemas ?? {}),
        );
        const fields = new Map(leaves.filter((leaf) => leaf.length > 0).map((leaf) => [leaf.join('.'), leaf]));
        const queries = parameters.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : []));
        return [`${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`, { queries, fields: [...fields.values()] }] as const;
      }),
    ),
  );
}

/**
 * @param app whose routes are listed; new ones are found automatically
 * @param document its description
 * @param more names of fields and queries of pages, which no description covers
 */
export function placesOf(
  app: World['app'],
  document: unknown,
  more: { readonly queries: readonly string[]; readonly fields: readonly string[] },
): readonly Place[] {
  const known = described(document);
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
  return [...new Set(routes.map(({ method, path }) => `${method.toLowerCase()} ${path}`))].map((route) => {
    const [method = '', path = ''] = route.split(' ');
    const fields = more.fields.map((name) => [name]);
    return { method, path, ...(known.get(route) ?? { queries: more.queries, fields: method === 'get' ? [] : fields }) };
  });
}
