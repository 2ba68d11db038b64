/** Queries SES and DNS, in the region from which mail is sent. */
import { resolveCname, resolveMx, resolveTxt } from 'node:dns/promises';
import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  SESClient,
} from '@aws-sdk/client-ses';
import { addressOf } from '../../shared/mail/sender.ts';
import { clientOptions } from './common.ts';
import type { Finding } from './finding.ts';
import { dns, type LookUp, type Quota, type SenderState, sender, type Verified, wantedRecords } from './mail.ts';

/** Region and sender of the mailer, from its environment. */
export interface Sending {
  readonly region: string;
  /** As in a From header. */
  readonly mailFrom: string;
}

/** Identities of an account in SES: verified ones, and the others. */
export async function readVerified(region: string): Promise<Verified> {
  const ses = new SESClient({ ...clientOptions, region });
  // A hundred is the limit of the request for their attributes.
  const { Identities = [] } = await ses.send(new ListIdentitiesCommand({ MaxItems: 100 }));
  if (Identities.length === 0) return { verified: [], unverified: [] };
  const { VerificationAttributes: known = {} } = await ses.send(
    new GetIdentityVerificationAttributesCommand({ Identities }),
  );
  const isVerified = (one: string) => known[one]?.VerificationStatus === 'Success';
  return { verified: Identities.filter(isVerified), unverified: Identities.filter((one) => !isVerified(one)) };
}

export async function readQuota({ region }: Pick<Sending, 'region'>): Promise<Quota> {
  const ses = new SESClient({ ...clientOptions, region });
  const [sends, account] = await Promise.all([
    ses.send(new GetSendQuotaCommand({})),
    ses.send(new GetAccountSendingEnabledCommand({})),
  ]);
  return { ...sends, enabled: account.Enabled !== false };
}

/**
 * Works whether this stack or somebody else created the identity: SES accepts a mail if it knows the domain or the
 * address.
 */
export async function examineSender({ region, mailFrom }: Sending): Promise<Finding[]> {
  const ses = new SESClient({ ...clientOptions, region });
  const address = addressOf(mailFrom);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const { VerificationAttributes: known = {} } = await ses.send(
    new GetIdentityVerificationAttributesCommand({ Identities: [domain, address] }),
  );
  const identity =
    [domain, address].find((one) => known[one]?.VerificationStatus === 'Success') ?? knownOf(known, domain);
  const asked = { Identities: [identity] };
  const [dkim, from] = await Promise.all([
    ses.send(new GetIdentityDkimAttributesCommand(asked)),
    ses.send(new GetIdentityMailFromDomainAttributesCommand(asked)),
  ]);
  const signing = dkim.DkimAttributes?.[identity];
  const returnPath = from.MailFromDomainAttributes?.[identity];
  const state: SenderState = {
    identity,
    verification: known[identity]?.VerificationStatus,
    dkim: {
      enabled: signing?.DkimEnabled ?? false,
      status: signing?.DkimVerificationStatus,
      tokens: signing?.DkimTokens ?? [],
    },
    mailFrom: returnPath?.MailFromDomain
      ? { domain: returnPath.MailFromDomain, status: returnPath.MailFromDomainStatus }
      : undefined,
  };
  return [...sender(state), ...(await dns(wantedRecords(state, region), lookUp))];
}

/** An unverified identity that exists; otherwise the domain, as that is the one to verify. */
function knownOf(known: Readonly<Record<string, object>>, domain: string): string {
  return Object.hasOwn(known, domain) ? domain : (Object.keys(known)[0] ?? domain);
}

export const lookUp: LookUp = async (type, name) => {
  try {
    if (type === 'CNAME') return await resolveCname(name);
    if (type === 'TXT') return (await resolveTxt(name)).map((parts) => parts.join(''));
    return (await resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
  } catch {
    return [];
  }
};
