/** Reads the bytes of a body without ever holding more than allowed. */
import type { Context } from 'hono';

/**
 * Reads until the body ends or is too long. A declared length is checked first; a body with no declared length, or a
 * wrong one, is cut off at the first byte too many.
 *
 * @param most maximum body length, in bytes
 * @returns the bytes, or undefined when there are more
 */
export async function readBytes(c: Context, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > most) return undefined;
  const { body } = c.req.raw;
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
