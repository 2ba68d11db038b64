/** The context of `cdk.json`, which the CDK's command line hands to the app. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** @returns the context that `cdk synth` works with when nothing is said on the command line */
export function defaultContext(): Record<string, unknown> {
  return cdkJson.parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8'))).context;
}
