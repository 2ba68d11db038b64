/** An upgrade from the last release keeps all data, keys and addresses. */
import { createHash } from 'node:crypto';
import type { CfnElement } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { logicalIds } from '../../infra/logical-ids.ts';
import { UndersignedStack } from '../../infra/stack.ts';
import { releasedKinds, releasedTemplate, type TemplateJson, templateNow } from './released.ts';
import { type Renamed, upgradeFaults } from './upgrade-faults.ts';

/** Names that change with this release, for which AWS creates new resources. Remove them after it. */
const renamed: readonly Renamed[] = [
  {
    property: 'AWS::CloudWatch::Dashboard.DashboardName',
    because: 'it holds no data, and two regions shared the name',
  },
  {
    property: 'AWS::CloudFront::Function.Name',
    because: 'the distribution goes over to the new one before the old goes',
  },
];

/** Simulates that every construct has moved: CDK then changes each logical id that is not pinned. */
function withAllMoved(make: () => TemplateJson): TemplateJson {
  const moved = ({ node }: CfnElement) =>
    `Moved${createHash('sha256').update(node.path).digest('hex').slice(0, 12).toUpperCase()}`;
  Object.defineProperty(UndersignedStack.prototype, 'allocateLogicalId', { value: moved, configurable: true });
  try {
    return make();
  } finally {
    Reflect.deleteProperty(UndersignedStack.prototype, 'allocateLogicalId');
  }
}

describe.each(releasedKinds)('an upgrade from %s.template.json', (kind) => {
  const before = releasedTemplate(kind);

  test('neither loses, replaces nor duplicates a resource with data or an address', () => {
    expect(upgradeFaults(before, templateNow(kind), renamed)).toEqual([]);
  });

  test('would not do so either if every construct had moved', () => {
    const after = withAllMoved(() => templateNow(kind));
    expect(Object.keys(after.Resources)).toContainEqual(expect.stringMatching(/^Moved/));
    expect(upgradeFaults(before, after, renamed)).toEqual([]);
  });
});

/** Resources that the next release adds. */
const added = [
  logicalIds.files,
  logicalIds.filesPolicy,
  logicalIds.documentDeadLetters,
  logicalIds.documentDeadLettersPolicy,
  logicalIds.document,
  logicalIds['document logs'],
  logicalIds.documentInvocation,
  logicalIds.handoverConfigurationSet,
  logicalIds.handoverFeedbackDestination,
];

test('each pinned logical id was in the last release, or is new', () => {
  const released = releasedKinds.flatMap((kind) => Object.keys(releasedTemplate(kind).Resources));
  // Only created if SES verifies the address alone; no template of that kind is stored.
  const known = [...released, ...added, 'SendingAddressE457B8E6'];
  expect(Object.values(logicalIds).filter((id) => !known.includes(id))).toEqual([]);
  expect(added.filter((id) => released.includes(id))).toEqual([]);
});
