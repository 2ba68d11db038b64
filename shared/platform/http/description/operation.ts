/** Descriptions of operations, for the public API and that of the secretariat. */
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
  /** The body is optional. */
  readonly bodyOptional?: boolean;
  /** Status → its meaning, with the schema for JSON, or the media types for anything else. */
  readonly answers: Readonly<
    Record<number, { description: string; json?: z.ZodType; type?: string | readonly string[] }>
  >;
  readonly problems: readonly ProblemName[];
}
