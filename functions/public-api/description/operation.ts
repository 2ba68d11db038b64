/** How an operation of the public API is described. */
import type * as z from 'zod';
import type { ProblemName } from '../../../shared/http/problem.ts';

/** One operation. */
export interface Operation {
  readonly method: 'get' | 'post';
  /** Path with its parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly details?: string;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** Media type → schema of the body. */
  readonly body?: Readonly<Record<string, z.ZodType>>;
  /** Status → what it means, and for JSON its schema, for anything else its media type. */
  readonly answers: Readonly<Record<number, { description: string; json?: z.ZodType; type?: string }>>;
  readonly problems: readonly ProblemName[];
}
