/** Checks whether mail can be sent, and arrives. */
import type { DescribedStack } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Sending limits of the account in SES, from GetSendQuota and GetAccountSendingEnabled. */
export interface Quota {
  readonly Max24HourSend?: number | undefined;
  readonly MaxSendRate?: number | undefined;
  readonly SentLast24Hours?: number | undefined;
  readonly enabled: boolean;
}

/** Daily limit in the sandbox: https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html */
const sandboxDay = 200;

export function quota({
  Max24HourSend: limit = 0,
  MaxSendRate: rate = 0,
  SentLast24Hours: sent = 0,
  enabled,
}: Quota): Finding {
  const check = 'SES quota';
  if (!enabled) {
    return fail(
      check,
      'SES has paused sending for this account',
      'read and answer the mail from AWS about it, then run aws sesv2 put-account-sending-attributes --sending-enabled',
    );
  }
  if (isSandbox({ Max24HourSend: limit })) {
    return fail(
      check,
      `the account is in the sandbox: ${limit} mails a day, to verified addresses only`,
      'request production access (docs/deploying.md has the text); it takes about a day',
    );
  }
  const words = `${sent} of ${limit < 0 ? 'unlimited' : limit} mails of the last 24 hours, ${rate} a second`;
  // Each signature takes two mails.
  if (limit > 0 && sent > 0.8 * limit)
    return warn(check, words, 'request a higher quota in the SES console; mails over the quota are sent later');
  return ok(check, words);
}

/** In the sandbox, SES sends only to identities that the account has verified. */
export function isSandbox({ Max24HourSend: limit = 0 }: Pick<Quota, 'Max24HourSend'>): boolean {
  return limit >= 0 && limit <= sandboxDay;
}

/** Addresses and domains that SES knows in the region. */
export interface Verified {
  readonly verified: readonly string[];
  readonly unverified: readonly string[];
}

const covers = (identities: readonly string[], address: string) =>
  identities.some((one) => one.toLowerCase() === address || one.toLowerCase() === domainOf(address));
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/**
 * @returns for accounts in the sandbox: who can get mail, and whether the secretariat can, as its sign-in link is a
 *   mail
 */
export function recipients(allowed: Quota, { verified }: Verified, secretariatEmail: string): Finding[] {
  if (!isSandbox(allowed)) return [];
  const check = 'recipients';
  const list =
    verified.length > 0 ? `only ${verified.join(', ')} can get mail in the sandbox` : 'nobody can get mail yet';
  if (covers(verified, secretariatEmail)) return [ok(check, list)];
  return [
    fail(
      check,
      `${list}: sign-in links cannot reach ${secretariatEmail}`,
      `aws ses verify-email-identity --email-address ${secretariatEmail}, then follow the link in the mail from AWS`,
    ),
  ];
}

/** @returns whether the deployment can create the identity of the sender, or finds it */
export function newSender(
  wanted: 'domain' | 'address' | 'existing',
  { address, domain }: { readonly address: string; readonly domain: string },
  { verified, unverified }: Verified,
  isDeployed: boolean,
): Finding {
  const check = 'sender';
  const known = [...verified, ...unverified].map((one) => one.toLowerCase());
  if (wanted === 'existing') {
    if (covers(verified, address)) return ok(check, `SES knows ${address}`);
    return fail(
      check,
      `SES has not verified ${domain} or ${address} in this region`,
      'verify it (SES console → Identities), or remove "senderIdentity", so that the deployment creates it',
    );
  }
  const made = wanted === 'domain' ? domain : address;
  if (isDeployed || !known.includes(made)) return ok(check, `the deployment will create the identity ${made}`);
  return fail(
    check,
    `SES has an identity ${made} already: the deployment would fail with AlreadyExists`,
    'choose "senderIdentity": "existing", or delete it in the SES console if nothing sends by it',
  );
}

/** State of an identity in SES: the attributes of GetIdentityVerificationAttributes and GetIdentityDkimAttributes. */
export interface SenderState {
  readonly identity: string;
  readonly verification: string | undefined;
  readonly dkim: { readonly enabled: boolean; readonly status: string | undefined; readonly tokens: readonly string[] };
  readonly mailFrom?: { readonly domain: string; readonly status: string | undefined } | undefined;
}

export function sender({ identity, verification, dkim, mailFrom }: SenderState): Finding[] {
  const records = 'publish the DNS records below, then wait: SES looks again by itself for three days';
  const proven =
    verification === 'Success'
      ? ok('identity', `${identity} is verified`)
      : fail(
          'identity',
          `${identity} is not verified (${verification ?? 'SES does not know it'}): no mail goes out`,
          verification === 'Failed'
            ? 'SES gave up: publish the DNS records, delete the identity in the SES console and deploy again'
            : records,
        );
  const signed =
    dkim.enabled && dkim.status === 'Success'
      ? ok('DKIM', 'mails are signed for the domain')
      : fail(
          'DKIM',
          `mails are not signed (${dkim.enabled ? dkim.status : 'signing is off'}): most mailboxes will refuse them`,
          records,
        );
  if (!mailFrom) return [proven, signed];
  const from =
    mailFrom.status === 'Success'
      ? ok('MAIL FROM', mailFrom.domain)
      : warn(
          'MAIL FROM',
          `${mailFrom.domain} is not in use yet (${mailFrom.status}); SES uses its own domain`,
          records,
        );
  return [proven, signed, from];
}

/** A DNS record that should exist. */
export interface WantedRecord {
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly name: string;
  readonly value: string;
  /** Whether mail fails without it. */
  readonly needed: boolean;
}

/** @returns the DNS records that the sender's domain should have */
export function wantedRecords({ identity, dkim, mailFrom }: SenderState, region: string): WantedRecord[] {
  const domain = identity.slice(identity.lastIndexOf('@') + 1);
  return [
    ...dkim.tokens.map((token) => ({
      type: 'CNAME' as const,
      name: `${token}._domainkey.${domain}`,
      value: `${token}.dkim.amazonses.com`,
      needed: true,
    })),
    ...(mailFrom
      ? ([
          { type: 'MX', name: mailFrom.domain, value: `10 feedback-smtp.${region}.amazonses.com`, needed: false },
          { type: 'TXT', name: mailFrom.domain, value: 'v=spf1 include:amazonses.com ~all', needed: false },
        ] as const)
      : []),
    { type: 'TXT', name: `_dmarc.${domain}`, value: 'v=DMARC1; p=none;', needed: false },
  ];
}

/** @returns the record for the pages, if the deployment printed one to create by hand (infra/edge/edge.ts) */
export function wantedOfPages(outputs: DescribedStack['Outputs'] = []): WantedRecord[] {
  const printed = outputs.find(({ OutputKey }) => OutputKey === 'DomainDns')?.OutputValue ?? '';
  const [, name, value] = /^(\S+) CNAME (\S+)$/.exec(printed) ?? [];
  // Not needed: the name may also lead there by the ALIAS of another provider. `answers` checks that.
  return name && value ? [{ type: 'CNAME', name, value, needed: false }] : [];
}

/** Queries DNS. @returns the values, in the form of `WantedRecord.value`; empty when there are none */
export type LookUp = (type: WantedRecord['type'], name: string) => Promise<readonly string[]>;

/** One finding for each record. Policies (SPF, DMARC) only have to exist. */
export async function dns(wanted: readonly WantedRecord[], lookUp: LookUp): Promise<Finding[]> {
  return Promise.all(
    wanted.map(async ({ type, name, value, needed }) => {
      const found = await lookUp(type, name);
      const start = value.split(/[ ;]/)[0] ?? value;
      const isThere = found.some((one) => (type === 'TXT' ? one.startsWith(start) : same(one, value)));
      if (isThere) return ok('DNS', `${type} ${name}`);
      const says = `${type} ${name} ${found.length > 0 ? `says ${found.join(', ')}` : 'is missing'}`;
      const todo = `publish: ${name} ${type} ${type === 'TXT' ? `"${value}"` : value}`;
      return needed ? fail('DNS', says, todo) : warn('DNS', says, todo);
    }),
  );
}

const same = (one: string, other: string) => one.replace(/\.$/, '').toLowerCase() === other.toLowerCase();
