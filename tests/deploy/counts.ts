/** The public count of a letter on the deployed stack. */
import * as z from 'zod';
import { call } from '../system/acceptance/http.ts';
import type { Instance } from './instance.ts';

const count = z.object({ organisations: z.int(), individuals: z.int(), total: z.int() });

export async function countOf({ deployment }: Instance, letter: string): Promise<z.infer<typeof count>> {
  const { text } = await call('GET', `${deployment.publicUrl}/v1/letters/${letter}/count`, {}, deployment);
  return count.parse(JSON.parse(text));
}
