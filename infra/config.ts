/**
 * Settings that the owner chooses at deployment: in `undersigned.config.json` (`config-file.ts`), or by `-c name=value`
 * on the command line. They are checked before anything is built: a mistake fails at once, with one sentence, and not
 * ten minutes into a deployment.
 */
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { addressIn, bareAddress, ConfigError, sentences } from './config-messages.ts';

const address = z.email();
/** A host name with at least two labels (RFC 1035 §2.3.1). */
const host = /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;
const region = /^[a-z]{2}(-[a-z]+)+-\d$/;
const retentionDays = Object.values(RetentionDays).filter((days): days is RetentionDays => Number(days) > 0);

const email = (help: string) =>
  z
    .string({ error: help })
    .trim()
    .refine((from) => address.safeParse(addressIn(from)).success, { error: help });
const text = (pattern: RegExp, help: string) =>
  z.string({ error: help }).trim().toLowerCase().regex(pattern, { error: help });
/** A domain name. Zone files and the Route 53 console write it with a trailing dot, which is removed. */
const domain = (help: string) =>
  z
    .string({ error: help })
    .transform((name) => name.trim().toLowerCase().replace(/\.$/, ''))
    .pipe(z.string().regex(host, { error: help }));
const flag = (help: string) => z.union([z.boolean(), z.stringbool()], { error: help });
const whole = (least: number, most: number, error: string) =>
  z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });

const contextSchema = z
  .object({
    /** Sender of all mails. */
    mailFrom: email(sentences.mailFrom),
    /** Address of the people who run the letters. */
    secretariatEmail: email(sentences.secretariatEmail).transform(addressIn),
    /** The organisation that runs the site, named on its home page; by default the name in `mailFrom`. */
    operator: z.string({ error: sentences.operator }).trim().min(1).max(200).optional(),
    /** Address for questions about the site, on the same page. */
    operatorContact: email(sentences.operatorContact).transform(addressIn).optional(),
    /** Receives the alarms; the secretariat by default. */
    alarmEmail: email(sentences.alarmEmail).transform(addressIn).optional(),
    /** Name of a second deployment in the same account, such as `staging`. */
    instance: text(/^[a-z][a-z0-9]{0,19}$/, sentences.instance).optional(),
    /** Domain of the pages; without it they are under CloudFront's own name. */
    domainName: domain(sentences.domainName).optional(),
    /** Route 53 zone in which records may be created. */
    hostedZoneId: z
      .string({ error: sentences.hostedZone })
      // The Route 53 API returns ids with this prefix.
      .transform((id) => id.trim().replace(/^\/?hostedzone\//i, ''))
      .pipe(z.string().regex(/^Z[A-Z0-9]{3,31}$/, { error: sentences.hostedZone }))
      .optional(),
    hostedZoneName: domain(sentences.hostedZone).optional(),
    /**
     * Certificate for the domain, where we do not manage its zone. CloudFront accepts certificates from us-east-1 only.
     */
    certificateArn: z
      .string({ error: sentences.certificateArn })
      .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, { error: sentences.certificateArn })
      .optional(),
    /** Sender identity in SES: a new one for the domain or the address, or an existing one. */
    senderIdentity: z.enum(['domain', 'address', 'existing'], { error: sentences.senderIdentity }).default('domain'),
    /** Region of SES, if it differs from that of the stack. */
    sesRegion: text(region, sentences.sesRegion).optional(),
    /** Number of mailers that run at once. They share the sending rate that SES allows. */
    mailerConcurrency: whole(2, 100, sentences.mailerConcurrency).default(2),
    /** Request limit of the API for all clients together, which caps the bill. */
    requestsPerSecond: whole(10, 10_000, sentences.requestsPerSecond).default(50),
    /** Reserved concurrency of the console; without it, the account's limit applies. */
    consoleConcurrency: whole(1, 1000, sentences.consoleConcurrency).optional(),
    /** Dollars a month for the whole account, above which a mail is sent; 0 for no mail. */
    monthlyBudget: whole(0, 1_000_000, sentences.monthlyBudget).default(30),
    /** The value of the edge's secret that CloudFront sends; docs/operating.md says how to change it. */
    edgeSecret: text(/^[a-z]{1,20}$/, sentences.edgeSecret).default('first'),
    /** Processor of the function that sets documents. arm64 is cheaper; emulators often run x64 only. */
    documentArchitecture: z.enum(['arm64', 'x64'], { error: sentences.documentArchitecture }).default('arm64'),
    wafEnabled: flag(sentences.wafEnabled).default(false),
    logRetentionDays: z.coerce
      .number({ error: sentences.logRetentionDays })
      .pipe(z.literal(retentionDays, { error: sentences.logRetentionDays }))
      .default(RetentionDays.ONE_MONTH),
    /** Encrypts the table with a key of the account's own, which costs a dollar a month. */
    customerKey: flag(sentences.customerKey).default(false),
    /** `false` for trials only: deleting the stack then deletes the signatures too. */
    retainData: flag(sentences.retainData).default(true),
  })
  .refine(({ hostedZoneId, hostedZoneName }) => (hostedZoneId === undefined) === (hostedZoneName === undefined), {
    error: sentences.hostedZone,
  })
  .refine(({ domainName, hostedZoneId, certificateArn }) => !domainName || hostedZoneId || certificateArn, {
    error: sentences.domainNeeds,
  })
  .refine(({ domainName, certificateArn }) => domainName || !certificateArn, { error: sentences.certificateNeeds })
  .refine(
    ({ domainName, hostedZoneName, certificateArn }) => {
      return certificateArn || !hostedZoneName || !domainName || isBelow(domainName, hostedZoneName);
    },
    { error: sentences.domainOutside },
  );

type Settings = z.infer<typeof contextSchema>;

/** Names of all settings. */
export const settingNames: readonly string[] = Object.keys(contextSchema.shape);

export interface Config extends Omit<Settings, 'hostedZoneId' | 'hostedZoneName' | 'alarmEmail'> {
  /** The address in lower case, its domain, and the spellings that the address may have in a From. */
  readonly sender: { readonly address: string; readonly domain: string; readonly asWritten: readonly string[] };
  readonly alarmEmail: string;
  readonly zone?: { readonly id: string; readonly name: string } | undefined;
  /** Name of the stack, and namespace of its metrics. */
  readonly stackName: string;
}

/** @returns whether a name is the zone's own or is inside the zone */
export function isBelow(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** Reads and checks the settings; `lookUp` finds a setting by its name. @throws ConfigError, one for all mistakes */
export function readConfig(lookUp: (name: string) => unknown): Config {
  const parsed = contextSchema.safeParse(Object.fromEntries(settingNames.map((name) => [name, lookUp(name)])));
  if (!parsed.success) {
    throw new ConfigError([...new Set(parsed.error.issues.map((issue) => issue.message))].join('\n'));
  }
  const { hostedZoneId: id, hostedZoneName: name, ...settings } = parsed.data;
  const sender = addressIn(settings.mailFrom);
  return {
    ...settings,
    sender: {
      address: sender,
      domain: sender.slice(sender.lastIndexOf('@') + 1),
      asWritten: [...new Set([sender, bareAddress(settings.mailFrom)])],
    },
    alarmEmail: settings.alarmEmail ?? settings.secretariatEmail,
    zone: id && name ? { id, name } : undefined,
    stackName: settings.instance ? `Undersigned-${settings.instance}` : 'Undersigned',
  };
}
