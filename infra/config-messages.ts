/** Messages about missing or wrong settings: one sentence that says what to write, and where. */

/** The owner's settings, beside `cdk.json`. Ignored by git. */
export const configFile = 'undersigned.config.json';

const write = (name: string, means: string, example: string) =>
  `${name} must be ${means}. Set it in ${configFile}, or with -c ${example}`;

export const sentences = {
  mailFrom: write(
    'mailFrom',
    'the address that emails are sent from',
    'mailFrom=letters@your-organisation.org or -c "mailFrom=Our Campaign <letters@your-organisation.org>"',
  ),
  secretariatEmail: write(
    'secretariatEmail',
    'the address of the people who run your letters',
    'secretariatEmail=you@your-organisation.org',
  ),
  operator: write(
    'operator',
    'the name of the people or the organisation that run the site',
    '"operator=Our Campaign"',
  ),
  operatorContact: write(
    'operatorContact',
    'an address for questions about the site. It needs operator as well',
    'operatorContact=office@your-organisation.org',
  ),
  alarmEmail: write('alarmEmail', 'the address that receives alarms', 'alarmEmail=you@your-organisation.org'),
  instance: write('instance', 'a short word in lower case', 'instance=staging'),
  domainName: write('domainName', 'the domain of the pages, without https://', 'domainName=sign.your-organisation.org'),
  hostedZone: write(
    'hostedZoneId and hostedZoneName',
    'the id and the name of the same Route 53 zone, or both left out',
    'hostedZoneId=Z0123456789ABC -c hostedZoneName=your-organisation.org',
  ),
  certificateArn: write(
    'certificateArn',
    'the ARN of a certificate in us-east-1, the only region that CloudFront accepts certificates from',
    'certificateArn=arn:aws:acm:us-east-1:123456789012:certificate/…',
  ),
  domainNeeds:
    'domainName needs a certificate. Set hostedZoneId and hostedZoneName to have one created, or certificateArn',
  certificateNeeds: 'certificateArn needs a domain. Set domainName as well',
  domainOutside: 'domainName must be in the zone hostedZoneName. Change one of them, or set certificateArn',
  place:
    'domainName, wafEnabled and sesRegion create stacks in other regions, which needs an account and a region. Sign in to AWS and set AWS_REGION',
  senderIdentity: write(
    'senderIdentity',
    'domain (DKIM for the domain of mailFrom), address (only that address) or existing (already verified in SES)',
    'senderIdentity=address',
  ),
  sesRegion: write('sesRegion', 'a region where SES is available', 'sesRegion=eu-west-1'),
  mailerConcurrency: write('mailerConcurrency', 'a whole number from 2 to 100', 'mailerConcurrency=4'),
  requestsPerSecond: write('requestsPerSecond', 'a whole number from 10 to 10000', 'requestsPerSecond=200'),
  consoleConcurrency: write('consoleConcurrency', 'a whole number from 1 to 1000', 'consoleConcurrency=20'),
  monthlyBudget: write('monthlyBudget', 'a whole number of dollars, 0 for none', 'monthlyBudget=50'),
  edgeSecret: write('edgeSecret', 'the name of a value in the edge secret', 'edgeSecret=second'),
  wafEnabled: write('wafEnabled', 'true or false', 'wafEnabled=true'),
  logRetentionDays: write(
    'logRetentionDays',
    'a number of days that CloudWatch accepts (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 …)',
    'logRetentionDays=30',
  ),
  customerKey: write('customerKey', 'true or false', 'customerKey=true'),
  documentArchitecture: write('documentArchitecture', 'arm64 or x64', 'documentArchitecture=x64'),
  retainData: write('retainData', 'true or false', 'retainData=false'),
  notJson: (why: string) => `${configFile} is not JSON: ${why}`,
  noObject: `${configFile} must contain one JSON object, like undersigned.config.example.json`,
  unknownSetting: (name: string) =>
    `${configFile} has an unknown setting, ${name}. docs/operating.md lists all settings`,
  leftInCdkJson: (name: string) => `${name} is in cdk.json. Move it to ${configFile}, which upgrades leave alone`,
} as const;

/** Defaults where there is no file, so that `cdk synth` works before anything is decided. They cannot be deployed. */
export const placeholders = {
  mailFrom: 'letters@undersigned.example',
  secretariatEmail: 'secretariat@undersigned.example',
} as const;

/** @returns one sentence for each setting that is still needed before the stack can be deployed */
export function missingSettings(config: { readonly mailFrom: string; readonly secretariatEmail: string }): string[] {
  const names = ['mailFrom', 'secretariatEmail'] as const;
  return names.filter((name) => addressIn(config[name]) === placeholders[name]).map((name) => sentences[name]);
}

/** `Name <mailbox@domain>` or a bare address → the bare address, in lower case as SES stores identities. */
export function addressIn(from: string): string {
  return bareAddress(from).toLowerCase();
}

/** The bare address with its case unchanged, as in the From of a mail. */
export function bareAddress(from: string): string {
  const inBrackets = /<([^<>]*)>\s*$/.exec(from)?.[1];
  return (inBrackets ?? from).trim();
}

/**
 * A mistake in the configuration that its owner has to correct. The message says everything, so the stack trace does
 * not matter.
 */
export class ConfigError extends Error {}
