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
  /** Schemas of the parameters in the path; those without one are any string. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** Media type → schema of the body. */
  readonly body?: Readonly<Record<string, z.ZodType>>;
  /** The body is optional. */
  readonly bodyOptional?: boolean;
  /** By status. */
  readonly answers: Readonly<Record<number, OperationAnswer>>;
  readonly problems: readonly ProblemName[];
}

/** The meaning of an answer, with the schema for JSON, or the media types for anything else. */
export interface OperationAnswer {
  readonly description: string;
  readonly json?: z.ZodType;
  readonly type?: string | readonly string[];
}
