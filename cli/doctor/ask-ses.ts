/** Asks SES and the DNS, in the region from which mail goes out. */
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
import { patience } from './common.ts';
import type { Finding } from './finding.ts';
import { dns, type LookUp, type Quota, type SenderState, sender, type Verified, wantedRecords } from './mail.ts';

/** From where and as whom the mailer sends: what its environment says. */
export interface Sending {
  readonly region: string;
  /** As in a From header. */
  readonly mailFrom: string;
}

/** What SES knows of an account: identities that have proven that they are there, and the others. */
export async function readVerified(region: string): Promise<Verified> {
  const ses = new SESClient({ ...patience, region });
  // A hundred, as that is how many can be asked about at once.
  const { Identities = [] } = await ses.send(new ListIdentitiesCommand({ MaxItems: 100 }));
  if (Identities.length === 0) return { verified: [], unverified: [] };
  const { VerificationAttributes: known = {} } = await ses.send(
    new GetIdentityVerificationAttributesCommand({ Identities }),
  );
  const isVerified = (one: string) => known[one]?.VerificationStatus === 'Success';
  return { verified: Identities.filter(isVerified), unverified: Identities.filter((one) => !isVerified(one)) };
}

export async function readQuota({ region }: Pick<Sending, 'region'>): Promise<Quota> {
  const ses = new SESClient({ ...patience, region });
  const [sends, account] = await Promise.all([
    ses.send(new GetSendQuotaCommand({})),
    ses.send(new GetAccountSendingEnabledCommand({})),
  ]);
  return { ...sends, enabled: account.Enabled !== false };
}

/** Whoever made the identity, this stack or somebody before it: SES takes a mail if it knows the domain or the address. */
export async function examineSender({ region, mailFrom }: Sending): Promise<Finding[]> {
  const ses = new SESClient({ ...patience, region });
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

/** One that waits for its proof; else the domain, as that is what to prove. */
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
