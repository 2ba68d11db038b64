import { Aspects } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, expect, test, vi } from 'vitest';
import { makeStack } from './stack.ts';

// As in a deployment, with CDK's own validation.
vi.stubEnv('CDK_VALIDATION', 'true');
afterAll(() => vi.unstubAllEnvs());

test('cdk-nag has no open findings', () => {
  const stack = makeStack();
  Aspects.of(stack).add(new AwsSolutionsChecks());
  const annotations = Annotations.fromStack(stack);
  const about = Match.stringLikeRegexp('AwsSolutions-.*');
  const found = [...annotations.findError('*', about), ...annotations.findWarning('*', about)];
  expect(found.map(({ id, entry }) => `${id}: ${String(entry.data).slice(0, 120)}`)).toEqual([]);
});
