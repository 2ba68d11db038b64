/**
 * Describes calls of the secretariat's API. Adds what is common to all calls, or follows from the needs of the route.
 */
import type * as z from 'zod';
import type { Operation } from '../../shared/platform/http/description/operation.ts';
import type { ProblemName } from '../../shared/platform/http/problem.ts';
import type { GuardedRoute } from './guard.ts';

export interface AdminOperation
  extends Pick<Operation, 'method' | 'path' | 'summary' | 'details' | 'query' | 'answers'> {
  readonly body?: z.ZodType;
  /** In addition to those common to all calls. */
  readonly problems?: readonly ProblemName[];
}

/** @returns the path as OpenAPI writes it */
export const bracedPath = (path: string) => path.replace(/:(\w+)/g, '{$1}');

/** @param routes the needs of each route, as the guard knows them */
export function completeOperations(
  operations: readonly AdminOperation[],
  routes: readonly GuardedRoute[],
): Operation[] {
  return operations.map(({ body, problems = [], details, ...operation }) => {
    const route = routes.find(({ method, path }) => method === operation.method && bracedPath(path) === operation.path);
    return {
      ...operation,
      details: [details, route && needed(route)].filter(Boolean).join(' '),
      ...(body ? { body: { 'application/json': body } } : {}),
      problems: [...new Set([...common(operation, body !== undefined, route), ...problems])],
    };
  });
}

const places = { letter: 'the letter', everything: 'everything', any: 'any letter' } as const;

function needed({ needs }: GuardedRoute): string {
  return needs === 'membership' ? '' : `Needs \`${needs.permission}\` of ${places[needs.of]}.`;
}

function common(
  { method, query }: Pick<AdminOperation, 'method' | 'query'>,
  hasBody: boolean,
  route: GuardedRoute | undefined,
): ProblemName[] {
  const isOfLetter = route !== undefined && route.needs !== 'membership' && route.needs.of === 'letter';
  return [
    ...(query ? (['invalid-query'] as const) : []),
    ...(hasBody ? (['malformed-body'] as const) : []),
    'not-signed-in',
    'not-allowed',
    ...(method === 'get' ? [] : (['form-not-ours'] as const)),
    ...(isOfLetter ? (['not-found', 'letter-not-found'] as const) : []),
    ...(hasBody ? (['body-too-large', 'unsupported-media-type', 'invalid-fields'] as const) : []),
  ];
}
