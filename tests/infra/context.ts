/** Context of a stack without settings of its owner: `cdk.json`, and the placeholders. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { placeholders } from '../../infra/config-messages.ts';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** @returns the context of `cdk synth` without arguments */
export function defaultContext(): Record<string, unknown> {
  const { context } = cdkJson.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8')),
  );
  return { ...context, ...placeholders };
}
