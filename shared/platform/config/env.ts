/**
 * The environment of each function, one zod schema per function. The function parses `process.env` with it on start.
 * `infra/` is typed by the same schema, so a variable cannot be read without being set.
 */
import * as z from 'zod';

const nonEmpty = z.string().min(1);

/** Name of the one DynamoDB table. */
const table = { TABLE_NAME: nonEmpty };
/** Id or ARN of the secret in AWS Secrets Manager with the master key (`{"masterKey": "64 random characters"}`). */
const secret = { SECRET_ID: nonEmpty };
/** Origin of the public pages, without a trailing slash: `https://sign.example.org`. */
const publicUrl = { PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')) };
/** URLs of the SQS queues that tell the mailer which mail is due: those that people wait for, and all others. */
const mailQueues = { MAIL_QUEUE_URL: z.url(), OTHER_MAIL_QUEUE_URL: z.url() };

/** The bucket with the files of deliveries. */
const bucketName = { BUCKET_NAME: nonEmpty };
/** Name or ARN of the function that makes the documents of deliveries. */
const documentFunction = { DOCUMENT_FUNCTION: nonEmpty };

/** Sender of all mails, as in a From header: `Name <mailbox@domain>` or a bare address. */
const mailFrom = { MAIL_FROM: nonEmpty };

/**
 * Id or ARN of the secret that the edge sends with each request (`{"name": "64 random characters", …}`); `none` when
 * there is nothing in front of the API, as on a local stack.
 */
const edge = { EDGE_SECRET_ID: nonEmpty.transform((id) => (id === 'none' ? undefined : id)) };

/** Namespace of the metrics, used by `metric.ts`; different for each deployment in an account. */
const metrics = { METRIC_NAMESPACE: nonEmpty };

/** A choice of the owner. Lambda has no empty values. */
const orNone = z.union([z.literal('none').transform(() => undefined), nonEmpty]);

export const publicApiEnv = z.object({
  ...table,
  ...secret,
  ...publicUrl,
  ...mailFrom,
  ...edge,
  ...metrics,
  ...bucketName,
  /** The organisation that runs the site, named on the home page, and its contact address. */
  OPERATOR: orNone,
  OPERATOR_CONTACT: orNone,
});

export const secretariatEnv = z.object({
  ...table,
  ...secret,
  /**
   * As above; `edge` when the edge sends it with each request, since the edge is created after the function and knows
   * its own names.
   */
  PUBLIC_URL: z.union([z.literal('edge').transform(() => undefined), publicUrl.PUBLIC_URL]),
  ...mailFrom,
  ...edge,
  ...metrics,
  ...bucketName,
  /** Mailbox of the first owner. */
  SECRETARIAT_EMAIL: z.email(),
});

export const relayEnv = z.object({ ...mailQueues, ...documentFunction });

export const documentEnv = z.object({ ...table, ...publicUrl, ...metrics, ...bucketName });

export const mailerEnv = z.object({
  ...table,
  ...secret,
  ...publicUrl,
  ...mailFrom,
  ...mailQueues,
  ...metrics,
  ...bucketName,
  /** SES configuration set named by every mail, so that its events reach us. */
  CONFIGURATION_SET: nonEmpty,
  /** Configuration set of mails to addressees, which also publishes delivery events. */
  HANDOVER_CONFIGURATION_SET: nonEmpty,
  /** Number of mailers per queue, which share the sending rate that SES allows; 0 for no limit, as on a local stack. */
  MAILERS: z.string().regex(/^\d+$/).transform(Number),
  /** Region of SES, which may differ from that of the function. */
  SES_REGION: nonEmpty,
});

export const mailFeedbackEnv = z.object({ ...table, ...secret, ...metrics });

export const housekeepingEnv = z.object({ ...table, ...secret, ...mailQueues, ...metrics, ...documentFunction });

/**
 * Reads the environment of the running function. Its schema is used once, so zod does not compile a check for it, which
 * would add 2 ms to a start.
 *
 * @throws ZodError when a variable is missing or invalid
 */
export function readEnvironment<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  return schema.parse(process.env, { jitless: true });
}
