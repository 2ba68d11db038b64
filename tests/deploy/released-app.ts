/**
 * The stack of the last release: its committed template, for the same owner as today's, with its own functions
 * (`released-code.ts`).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import * as z from 'zod';
import { functionNames } from '../../infra/build/bundle.ts';
import { placeholders } from '../../infra/config-messages.ts';
import { alarmSubscriptionId, logicalIds } from '../../infra/logical-ids.ts';
import { releasedTemplate } from '../infra/released.ts';
import { adaptToEmulator } from './adapt.ts';
import { asCaller } from './as-caller.ts';

const context = z.object({
  functionsCall: z.url(),
  mailFrom: z.string(),
  secretariatEmail: z.string(),
  /** A folder with the bundle of each function. */
  code: z.string(),
});

const app = new App(asCaller());
const { functionsCall, mailFrom, secretariatEmail, code } = context.parse(
  Object.fromEntries(Object.keys(context.shape).map((name) => [name, app.node.tryGetContext(name)])),
);
const domain = mailFrom.replace(/^.*@|>$/g, '');
// Replaces the placeholders of the committed template with the owner of today's stack.
const { Parameters, Rules, ...released } = adaptToEmulator(releasedTemplate('released'), functionsCall);
const text = JSON.stringify(released)
  .replaceAll(alarmSubscriptionId(placeholders.secretariatEmail), alarmSubscriptionId(secretariatEmail))
  .replaceAll(JSON.stringify(placeholders.mailFrom), JSON.stringify(mailFrom))
  .replaceAll(placeholders.secretariatEmail, secretariatEmail)
  .replaceAll('undersigned.example', domain);
const templateFile = join(app.outdir, 'released.json');
writeFileSync(templateFile, text);

const stack = new Stack(app, 'Undersigned');
const included = new CfnInclude(stack, 'Released', { templateFile });
for (const name of functionNames) {
  // A function that came after that release.
  if (!(logicalIds[name] in released.Resources)) continue;
  const made = included.getResource(logicalIds[name]);
  if (!(made instanceof CfnFunction)) throw new Error(`${logicalIds[name]} is not a function`);
  const { s3BucketName: s3Bucket, s3ObjectKey: s3Key } = new Asset(stack, `Code-${name}`, { path: join(code, name) });
  made.code = { s3Bucket, s3Key };
}
