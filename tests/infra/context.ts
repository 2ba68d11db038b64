/** What a stack is made with when its owner has decided nothing: `cdk.json`, and the placeholders. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { placeholders } from '../../infra/config-messages.ts';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** @returns the context that `cdk synth` works with when nothing is said on the command line */
export function defaultContext(): Record<string, unknown> {
  const { context } = cdkJson.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8')),
  );
  return { ...context, ...placeholders };
}
