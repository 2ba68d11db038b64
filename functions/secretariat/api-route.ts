/** A call of the secretariat's API as it is registered with the guard: its needs, what it takes, and what it answers. */
import type { Context } from 'hono';
import * as z from 'zod';
import type { Operation, OperationAnswer } from '../../shared/platform/http/description/operation.ts';
import { fieldErrors, type ProblemName, problem } from '../../shared/platform/http/problem.ts';
import { filledQuery } from './form.ts';
import type { Method, Needs } from './guard.ts';

type SuccessStatus = 200 | 201 | 204;
export type ApiAnswers = Readonly<Partial<Record<SuccessStatus, OperationAnswer>>>;

export interface ApiRoute<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodObject = z.ZodObject,
  Params extends z.ZodObject = z.ZodObject,
  Answers extends ApiAnswers = ApiAnswers,
> extends Pick<Operation, 'summary' | 'details'> {
  readonly method: Method;
  /** As Hono writes it: `/v1/admin/letters/:letter`. */
  readonly path: string;
  readonly needs: Needs;
  /** Parameters of the path, other than the letter. When they are not valid, there is nothing at that path. */
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answers: Answers;
  /** Those that do not follow from the needs and from what the call takes. */
  readonly problems?: readonly ProblemName[];
}

/**
 * Answers with JSON as the route describes it for that status: fields that its schema does not name are left out. Takes
 * no JSON where the route describes none.
 */
export type Reply<Answers extends ApiAnswers> = <Status extends keyof Answers & SuccessStatus>(
  status: Status,
  ...json: Answers[Status] extends { readonly json: infer Schema extends z.ZodType } ? [Given<z.input<Schema>>] : []
) => Response;

/** Stored values are read-only, in every depth. */
type Given<Value> = Value extends object ? { readonly [Key in keyof Value]: Given<Value[Key]> } : Value;

export function replyWith<Answers extends ApiAnswers>(c: Context, { answers }: { answers: Answers }): Reply<Answers> {
  return (status, ...[value]) => {
    const { json } = answers[status] ?? {};
    return status === 204 || !json ? c.body(null, 204) : c.json(json.parse(value), status);
  };
}

/** @returns the parts of the request that the route has a schema for, or the problem with them */
export function parseRequest<Body extends z.ZodType, Query extends z.ZodObject, Params extends z.ZodObject>(
  c: Context,
  route: Pick<ApiRoute<Body, Query, Params>, 'params' | 'query' | 'body'>,
  sent: unknown,
) {
  const params = parse(route.params, c.req.param(), {});
  if (!params.success) return problem(c, 'not-found');
  const query = parse(route.query, filledQuery(c), {});
  if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
  const body = parse(route.body, sent, undefined);
  if (!body.success) return problem(c, 'invalid-fields', { errors: fieldErrors(body.error) });
  return { params: params.data, query: query.data, body: body.data };
}

/** @param none what a route gets that has no schema: of the type that the type parameter has then */
function parse<Schema extends z.ZodType>(schema: Schema | undefined, sent: unknown, none: unknown) {
  return schema ? schema.safeParse(sent) : z.custom<z.output<Schema>>().safeParse(none);
}
