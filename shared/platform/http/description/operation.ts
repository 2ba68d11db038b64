/** How an operation of an API is described: that for everybody, and that of the secretariat. */
import type * as z from 'zod';
import type { ProblemName } from '../problem.ts';

/** One operation. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Path with its parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly details?: string;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** Media type → schema of the body. */
  readonly body?: Readonly<Record<string, z.ZodType>>;
  /** The request may come without a body. */
  readonly bodyOptional?: boolean;
  /** Status → what it means, and for JSON its schema, for anything else its media types. */
  readonly answers: Readonly<
    Record<number, { description: string; json?: z.ZodType; type?: string | readonly string[] }>
  >;
  readonly problems: readonly ProblemName[];
}
