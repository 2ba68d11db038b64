/**
 * SES as in a new account: it checks that the caller may send for the sender's identity, for that of each recipient,
 * and with the configuration set. aws-ses-v2-local checks nothing. AWS does not document the check of recipients; these
 * reports do:
 * https://github.com/cloudposse/terraform-aws-ses/issues/40
 * https://github.com/GSA/data.gov/issues/3810
 */
import type { SESClient } from '@aws-sdk/client-ses';
import * as z from 'zod';
import { resolved } from './resolve.ts';
import type { Statement } from './template.ts';

const place = { region: 'eu-central-1' };
const condition = z.strictObject({
  StringEquals: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
const request = z.object({ Source: z.string(), Destinations: z.array(z.string()), ConfigurationSetName: z.string() });

/** @returns whether the policy allows an action on a resource in the context of a request */
export function allows(
  statements: readonly Statement[],
  action: string,
  resource: string,
  asked: Readonly<Record<string, string>>,
): boolean {
  const fitting = statements.filter(
    ({ Action, Resource, Condition }) =>
      Action.includes(action) &&
      Resource.some((pattern) => fits(resolved(pattern, place), resource)) &&
      (Condition === undefined || holds(condition.parse(Condition).StringEquals, asked)),
  );
  return fitting.some(({ Effect }) => Effect === 'Allow') && !fitting.some(({ Effect }) => Effect === 'Deny');
}

function fits(pattern: string, resource: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(resource);
}

function holds(wanted: Readonly<Record<string, string | string[]>>, asked: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, values]) => [values].flat().includes(asked[name] ?? ''));
}

/** @returns the faults of a role that sends as `from`, in the sandbox and outside it */
export function sandboxFaults(statements: readonly Statement[], from: string): string[] {
  const identities = `arn:aws:ses:${place.region}:123456789012:identity`;
  const maySend = (as: string) =>
    allows(statements, 'ses:SendRawEmail', `${identities}/rita@office.example`, { 'ses:FromAddress': as });
  return [
    ...(maySend(from) ? [] : ['the mailer may not send to a recipient in the sandbox']),
    ...(maySend(`another-${from}`) ? ['the mailer may send as anybody'] : []),
  ];
}

/**
 * Limits a client to mails that SES would let a role send in the sandbox.
 *
 * @param sent called with the recipients of each sent mail
 * @param verified addresses that can receive mail; without it, every recipient is verified
 */
export function boundBySandbox(
  ses: SESClient,
  statements: readonly Statement[],
  sent: string[],
  verified?: readonly string[],
): SESClient {
  const arn = (resource: string) => `arn:aws:ses:${place.region}:123456789012:${resource}`;
  ses.middlewareStack.add(
    () => async (args) => {
      const { Source, Destinations, ConfigurationSetName } = request.parse(args.input);
      const asked = { 'ses:FromAddress': Source };
      const identities = [Source.toLowerCase(), ...Destinations].map((address) => arn(`identity/${address}`));
      for (const resource of [...identities, arn(`configuration-set/${ConfigurationSetName}`)]) {
        if (allows(statements, 'ses:SendRawEmail', resource, asked)) continue;
        const error = new Error(`is not authorized to perform \`ses:SendRawEmail' on resource \`${resource}'`);
        error.name = 'AccessDenied';
        throw error;
      }
      const unverified = Destinations.filter((address) => verified && !verified.includes(address));
      if (unverified.length > 0) throw notVerified(unverified);
      sent.push(...Destinations);
      return { output: { MessageId: '1', $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'boundBySandbox' },
  );
  return ses;
}

/** https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html */
function notVerified(addresses: readonly string[]): Error {
  const checked = `The following identities failed the check in region ${place.region.toUpperCase()}`;
  const error = new Error(`Email address is not verified. ${checked}: ${addresses.join(', ')}`);
  error.name = 'MessageRejected';
  return error;
}
