import { Aspects } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { makeStack } from './stack.ts';

test('cdk-nag has nothing to say that is not answered where it stands', () => {
  const stack = makeStack();
  Aspects.of(stack).add(new AwsSolutionsChecks());
  const annotations = Annotations.fromStack(stack);
  const about = Match.stringLikeRegexp('AwsSolutions-.*');
  const found = [...annotations.findError('*', about), ...annotations.findWarning('*', about)];
  expect(found.map(({ id, entry }) => `${id}: ${String(entry.data).slice(0, 120)}`)).toEqual([]);
});
