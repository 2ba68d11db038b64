/** Messages about missing or wrong settings: one sentence that says what to write, and where. */

/** The owner's settings, beside `cdk.json`. Ignored by git. */
export const configFile = 'undersigned.config.json';

const write = (name: string, means: string, example: string) =>
  `${name} must be ${means}: write it into ${configFile}, or as in -c ${example}`;

export const sentences = {
  mailFrom: write(
    'mailFrom',
    'the address that mails are sent from',
    'mailFrom=letters@your-organisation.org or -c "mailFrom=Our Campaign <letters@your-organisation.org>"',
  ),
  secretariatEmail: write(
    'secretariatEmail',
    'the address of the people who run your letters',
    'secretariatEmail=you@your-organisation.org',
  ),
  alarmEmail: write('alarmEmail', 'the address to which alarms go', 'alarmEmail=you@your-organisation.org'),
  instance: write('instance', 'a short word in small letters', 'instance=staging'),
  domainName: write(
    'domainName',
    'the name under which the pages are reached, without https://',
    'domainName=sign.your-organisation.org',
  ),
  hostedZone: write(
    'hostedZoneId and hostedZoneName',
    'the id and the name of one Route 53 zone, both or none',
    'hostedZoneId=Z0123456789ABC -c hostedZoneName=your-organisation.org',
  ),
  certificateArn: write(
    'certificateArn',
    'the ARN of a certificate in us-east-1, the only region from which CloudFront takes one',
    'certificateArn=arn:aws:acm:us-east-1:123456789012:certificate/…',
  ),
  domainNeeds:
    'domainName needs a certificate: give -c hostedZoneId=… -c hostedZoneName=… and one is made, or -c certificateArn=…',
  certificateNeeds: 'certificateArn is of use only with a domain: write -c domainName=… as well',
  domainOutside: 'domainName must lie in the zone hostedZoneName: change one of them, or give -c certificateArn=…',
  place:
    'domainName, wafEnabled and sesRegion make stacks in other regions, which needs an account and a region: sign in to AWS, and write AWS_REGION=… before the command',
  senderIdentity: write(
    'senderIdentity',
    'domain (DKIM for the whole domain of mailFrom), address (that address alone) or existing (SES knows it already)',
    'senderIdentity=address',
  ),
  sesRegion: write('sesRegion', 'a region in which SES is offered', 'sesRegion=eu-west-1'),
  mailerConcurrency: write('mailerConcurrency', 'a whole number from 2 to 100', 'mailerConcurrency=4'),
  requestsPerSecond: write('requestsPerSecond', 'a whole number from 10 to 10000', 'requestsPerSecond=200'),
  consoleConcurrency: write('consoleConcurrency', 'a whole number from 1 to 1000', 'consoleConcurrency=20'),
  monthlyBudget: write('monthlyBudget', 'a whole number of dollars, 0 for none', 'monthlyBudget=50'),
  edgeSecret: write('edgeSecret', 'the name of a value in the secret of the edge', 'edgeSecret=second'),
  wafEnabled: write('wafEnabled', 'true or false', 'wafEnabled=true'),
  logRetentionDays: write(
    'logRetentionDays',
    'a number of days that CloudWatch knows (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 …)',
    'logRetentionDays=30',
  ),
  customerKey: write('customerKey', 'true or false', 'customerKey=true'),
  documentArchitecture: write('documentArchitecture', 'arm64 or x64', 'documentArchitecture=x64'),
  retainData: write('retainData', 'true or false', 'retainData=false'),
  notJson: (why: string) => `${configFile} is not JSON: ${why}`,
  noObject: `${configFile} must hold one object, as undersigned.config.example.json does`,
  unknownSetting: (name: string) => `${configFile} has ${name}, which is no setting: docs/operating.md lists them`,
  leftInCdkJson: (name: string) =>
    `${name} stands in cdk.json: move it into ${configFile}, where upgrades do not touch it`,
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
