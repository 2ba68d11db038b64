/** The doctor tells a region without a bootstrap from one that it may not or could not read. */
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterEach, expect, it, vi } from 'vitest';
import { examineBootstrap } from '../../cli/doctor/deployed.ts';
import type { Finding } from '../../cli/doctor/finding.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const refusal = (name: string, message: string) => Object.assign(new Error(message), { name });

async function findingsAfter(error: Error) {
  vi.spyOn(CloudFormationClient.prototype, 'send').mockImplementation(() => Promise.reject(error));
  const findings: Finding[] = [];
  for await (const finding of examineBootstrap('eu-central-1')) findings.push(finding);
  return findings;
}

it.each([
  refusal('AccessDenied', 'not authorized to perform: cloudformation:DescribeStacks'),
  refusal('Throttling', 'Rate exceeded'),
])('reports the error $name, not a missing bootstrap', async (error) => {
  const findings = await findingsAfter(error);
  expect(findings).toMatchObject([{ level: 'fail', check: 'bootstrap', says: `could not be checked (${error.name})` }]);
});

it('reports a region without a bootstrap', async () => {
  const findings = await findingsAfter(refusal('ValidationError', 'Stack with id CDKToolkit does not exist'));
  expect(findings).toMatchObject([{ level: 'warn', says: expect.stringContaining('has no CDKToolkit') }]);
});
