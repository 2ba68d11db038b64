/** Calls operations of a service with the protocol AWS JSON 1.0. */
import * as z from 'zod';
import type { Metadata, Post } from './post.ts';

interface Called {
  readonly answer: unknown;
  readonly $metadata: Metadata;
}

/**
 * @param prefix name and version of the service's operations
 * @param errorOf converts an error response
 * @returns a function that makes one call, whose body is JSON, without retries
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export function jsonCalls(
  post: Post,
  prefix: string,
  errorOf: (text: string, $metadata: Metadata) => Error,
): (operation: string, body: string) => Promise<Called> {
  return async (operation, body) => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `${prefix}.${operation}` };
    const { text, $metadata } = await post(body, headers);
    if ($metadata.httpStatusCode >= 300) throw errorOf(text, $metadata);
    return { answer: JSON.parse(text), $metadata };
  };
}

const said = z.object({
  __type: z.string().catch('UnknownError'),
  message: z.string().optional().catch(undefined),
  Message: z.string().optional().catch(undefined),
});

/** An error as a service describes it. */
export interface ServiceError {
  readonly name: string;
  readonly message: string;
  readonly $fault: 'client' | 'server';
  readonly $metadata: Metadata;
}

/** @returns the error that the body of an answer describes, and the body itself */
export function errorIn(text: string, $metadata: Metadata): { error: ServiceError; body: unknown } {
  const body = jsonIn(text);
  const { __type, message, Message } = said.parse(body);
  const name = __type.slice(__type.lastIndexOf('#') + 1);
  const $fault = $metadata.httpStatusCode >= 500 ? 'server' : 'client';
  return { error: { name, message: message ?? Message ?? name, $fault, $metadata }, body };
}

/** A server between here and the service may answer with something else. */
function jsonIn(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}
