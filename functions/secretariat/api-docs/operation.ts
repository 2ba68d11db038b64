/** Describes a call of the secretariat's API from its registration, with what follows from its needs. */
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import type { ProblemName } from '../../../shared/platform/http/problem.ts';
import type { ApiRoute } from '../api-route.ts';

/** @returns the operation, with its permission in the details and all problems it can answer */
export function operationOf(route: ApiRoute): Operation {
  const { method, path, summary, details, params, query, body, answers } = route;
  return {
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    summary,
    details: [details, permissionOf(route)].filter(Boolean).join(' '),
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(body ? { body: { 'application/json': body }, bodyOptional: body.safeParse(undefined).success } : {}),
    answers,
    problems: [...new Set(problemsOf(route))],
  };
}

const places = { letter: 'the letter', everything: 'everything', any: 'any letter' } as const;

function permissionOf({ needs }: ApiRoute): string {
  return needs === 'membership' ? '' : `Needs \`${needs.permission}\` of ${places[needs.of]}.`;
}

function problemsOf({ method, needs, params, query, body, problems = [] }: ApiRoute): ProblemName[] {
  const isOfLetter = needs !== 'membership' && needs.of === 'letter';
  return [
    ...(query ? (['invalid-query'] as const) : []),
    ...(body ? (['malformed-body'] as const) : []),
    'not-signed-in',
    'not-allowed',
    ...(method === 'get' ? [] : (['form-not-ours'] as const)),
    ...(isOfLetter || params ? (['not-found'] as const) : []),
    ...(isOfLetter ? (['letter-not-found'] as const) : []),
    ...(body ? (['body-too-large', 'unsupported-media-type', 'invalid-fields'] as const) : []),
    ...problems,
  ];
}
