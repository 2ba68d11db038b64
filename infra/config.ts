/**
 * What the owner chooses at deployment: in `undersigned.config.json` (`config-file.ts`), or `-c name=value` on the command line. It
 * is checked before anything is built, so a mistake is one sentence here and not a failed deployment ten minutes later.
 */
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { addressIn, bareAddress, ConfigError, sentences } from './config-messages.ts';

const address = z.email();
/** A host name, at least two labels (RFC 1035 §2.3.1). */
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
/** Zone files and the console of Route 53 write a name with its root, the dot at the end. */
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
    /** Who runs the letters. */
    secretariatEmail: email(sentences.secretariatEmail).transform(addressIn),
    /** Who is told when something is wrong; the secretariat, unless somebody else is. */
    alarmEmail: email(sentences.alarmEmail).transform(addressIn).optional(),
    /** Name of a second deployment in the same account, as `staging`. */
    instance: text(/^[a-z][a-z0-9]{0,19}$/, sentences.instance).optional(),
    /** Under which the pages are reached; CloudFront's own name without it. */
    domainName: domain(sentences.domainName).optional(),
    /** The Route 53 zone in which records may be made. */
    hostedZoneId: z
      .string({ error: sentences.hostedZone })
      // As the API of Route 53 gives it.
      .transform((id) => id.trim().replace(/^\/?hostedzone\//i, ''))
      .pipe(z.string().regex(/^Z[A-Z0-9]{3,31}$/, { error: sentences.hostedZone }))
      .optional(),
    hostedZoneName: domain(sentences.hostedZone).optional(),
    /** Of the domain, when no zone is ours: CloudFront takes them from us-east-1 only. */
    certificateArn: z
      .string({ error: sentences.certificateArn })
      .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, { error: sentences.certificateArn })
      .optional(),
    /** What SES is to know of the sender. */
    senderIdentity: z.enum(['domain', 'address', 'existing'], { error: sentences.senderIdentity }).default('domain'),
    /** Region of SES, where it is another than that of the stack. */
    sesRegion: text(region, sentences.sesRegion).optional(),
    /** How many mailers run at once, each keeping its part of the pace that SES allows. */
    mailerConcurrency: whole(2, 100, sentences.mailerConcurrency).default(2),
    /** What the API takes from all clients together, so that nobody can run up a bill without end. */
    requestsPerSecond: whole(10, 10_000, sentences.requestsPerSecond).default(50),
    /** How many copies of the console may run at once, and are kept for it; as many as the account has without. */
    consoleConcurrency: whole(1, 1000, sentences.consoleConcurrency).optional(),
    /** Dollars of the whole account in a month, of which a mail tells; 0 for no such mail. */
    monthlyBudget: whole(0, 1_000_000, sentences.monthlyBudget).default(30),
    /** Which value of the edge's secret CloudFront sends; docs/operating.md says how to change it. */
    edgeSecret: text(/^[a-z]{1,20}$/, sentences.edgeSecret).default('first'),
    wafEnabled: flag(sentences.wafEnabled).default(false),
    logRetentionDays: z.coerce
      .number({ error: sentences.logRetentionDays })
      .pipe(z.literal(retentionDays, { error: sentences.logRetentionDays }))
      .default(RetentionDays.ONE_MONTH),
    /** Whether the table is encrypted with a key of the account's own, which costs a dollar a month. */
    customerKey: flag(sentences.customerKey).default(false),
    /** `false` only for trials: then deleting the stack deletes the signatures with it. */
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

/** Whatever can be chosen. */
export const settingNames: readonly string[] = Object.keys(contextSchema.shape);

export interface Config extends Omit<Settings, 'hostedZoneId' | 'hostedZoneName' | 'alarmEmail'> {
  /** The address in lower case, its domain, and the ways in which the address may stand in a From. */
  readonly sender: { readonly address: string; readonly domain: string; readonly asWritten: readonly string[] };
  readonly alarmEmail: string;
  readonly zone?: { readonly id: string; readonly name: string } | undefined;
  /** Of the stack, and the namespace of its metrics. */
  readonly stackName: string;
}

/** @returns whether a name is the zone's or lies in it */
export function isBelow(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** Reads and checks what was chosen; `lookUp` finds a setting by its name. @throws ConfigError, one for all mistakes */
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
