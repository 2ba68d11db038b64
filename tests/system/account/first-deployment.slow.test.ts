/**
 * A first deployment into an account that may not use CloudFront yet: it is rolled back, and the guide names everything
 * that remains.
 */
import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readConfig } from '../../../infra/config.ts';
import { defaultContext } from '../../infra/context.ts';
import { releasedKinds, releasedTemplate, templateNow } from '../../infra/released.ts';
import { makeStack } from '../../infra/stack.ts';
import { template } from '../../infra/template.ts';

const stackName = readConfig((name) => defaultContext()[name]).stackName;
const guide = z
  .string()
  .parse(
    /^### When the first deployment fails\n([\s\S]*?)^#/m.exec(
      readFileSync(new URL('../../../docs/deploying.md', import.meta.url), 'utf8'),
    )?.[1],
  );
/** Prefixes of names by which the guide tells owners to find the remains. */
const named = [...guide.matchAll(/starts_with\(@, `([^`]+)`\)/g)].map(([, start = '']) => start);

const resource = z.looseObject({ DeletionPolicy: z.string().optional() });
const resources = z.object({ Resources: z.record(z.string(), resource) });

/**
 * @returns the ids of resources that CloudFormation keeps when it rolls a creation back; `RetainExceptOnCreate` is
 *   deleted then
 *   (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html)
 */
function staysAfterRollback(of: object): string[] {
  return Object.entries(resources.parse(of).Resources)
    .filter(([, { DeletionPolicy }]) => ['Retain', 'Snapshot'].includes(DeletionPolicy ?? 'Delete'))
    .map(([id]) => id);
}

/** Names an unnamed resource as CloudFormation does: stack, logical id and some letters. */
const isNamed = (id: string) => named.some((start) => `${stackName}-${id}-1A2B3C`.startsWith(start));

describe('after a first deployment that failed', () => {
  test('the guide names everything that remains, and nothing else', () => {
    const stays = staysAfterRollback(template.toJSON());
    expect(stays).toHaveLength(named.length);
    expect(stays.filter((id) => !isNamed(id))).toEqual([]);
  });

  test.each(releasedKinds)('nothing else remains of the deployment “%s”', (kind) => {
    expect(staysAfterRollback(templateNow(kind)).filter((id) => !isNamed(id))).toEqual([]);
  });

  test('the last release also left a secret', () => {
    const stays = staysAfterRollback(releasedTemplate('released'));
    expect(stays.filter((id) => !isNamed(id))).toContain('SecretsMasterKey94670BE1');
  });

  test('nothing remains when there is no data to keep', () => {
    expect(staysAfterRollback(Template.fromStack(makeStack({ retainData: false })).toJSON())).toEqual([]);
  });
});
