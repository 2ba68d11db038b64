/**
 * The templates of the last release, as `npx cdk synth` wrote them then: owners have deployed them and upgrade from
 * them. They are complete.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { makeStack } from './stack.ts';

/** The commit of these templates. */
export const releasedCommit = '431c0992b96fa5490dabc99b00781753642b1c79';

/** The kinds of deployment with a stored template: name of the file, and settings. */
const kinds = {
  /** The default configuration. */
  released: {},
  /** All settings that create more resources in the same region, under a name of its own. */
  'released-domain': {
    instance: 'staging',
    mailFrom: 'letters@example.org',
    domainName: 'sign.example.org',
    hostedZoneId: 'Z0123456789ABC',
    hostedZoneName: 'example.org',
    wafEnabled: true,
    customerKey: true,
    alarmEmail: 'duty@example.org',
  },
} as const;

export type ReleasedKind = keyof typeof kinds;
export const releasedKinds: readonly ReleasedKind[] = ['released', 'released-domain'];

const templateSchema = z.looseObject({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });
export type TemplateJson = z.infer<typeof templateSchema>;

export const releasedFile = (kind: ReleasedKind) => join(import.meta.dirname, `${kind}.template.json`);

export function releasedTemplate(kind: ReleasedKind): TemplateJson {
  return templateSchema.parse(JSON.parse(readFileSync(releasedFile(kind), 'utf8')));
}

/** @returns the template of the same deployment today */
export function templateNow(kind: ReleasedKind): TemplateJson {
  return templateSchema.parse(Template.fromStack(makeStack({ ...kinds[kind] })).toJSON());
}
