/** An upgrade from the last release keeps every letter, key and address. */
import { createHash } from 'node:crypto';
import type { CfnElement } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { logicalIds } from '../../infra/logical-ids.ts';
import { UndersignedStack } from '../../infra/stack.ts';
import { releasedKinds, releasedTemplate, type TemplateJson, templateNow } from './released.ts';
import { type Renamed, upgradeFaults } from './upgrade-faults.ts';

/** Names that change with this release, so that AWS makes a new one. Take them out with the next. */
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

/** As if every construct had moved: where no logical id is pinned, CDK makes another one. */
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

describe.each(releasedKinds)('from %s.template.json', (kind) => {
  const before = releasedTemplate(kind);

  test('nothing that holds data or has an address is lost, replaced or made twice', () => {
    expect(upgradeFaults(before, templateNow(kind), renamed)).toEqual([]);
  });

  test('nor would it be if every construct were somewhere else', () => {
    const after = withAllMoved(() => templateNow(kind));
    expect(Object.keys(after.Resources)).toContainEqual(expect.stringMatching(/^Moved/));
    expect(upgradeFaults(before, after, renamed)).toEqual([]);
  });
});

test('each pinned logical id is one that was released', () => {
  const released = releasedKinds.flatMap((kind) => Object.keys(releasedTemplate(kind).Resources));
  // Made where the address alone is known to SES; of that kind no template is kept.
  const known = [...released, 'SendingAddressE457B8E6'];
  expect(Object.values(logicalIds).filter((id) => !known.includes(id))).toEqual([]);
});
