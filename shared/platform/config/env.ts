/**
 * The environment of each function, one zod schema per function. The function parses `process.env` with it when it
 * starts; `infra/` is typed by the same schema, so a variable cannot be read without being set.
 */
import * as z from 'zod';

const nonEmpty = z.string().min(1);

/** Name of the one DynamoDB table. */
const table = { TABLE_NAME: nonEmpty };
/** Id or ARN of the secret that holds the master key (`{"masterKey": "64 random characters"}`), in AWS Secrets Manager. */
const secret = { SECRET_ID: nonEmpty };
/** Origin under which people reach the pages, without a slash at the end: `https://sign.example.org`. */
const publicUrl = { PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')) };
/** URLs of the SQS queues that tell the mailer which mail is due: those that people wait for, and all others. */
const mailQueues = { MAIL_QUEUE_URL: z.url(), OTHER_MAIL_QUEUE_URL: z.url() };

/** Sender of all mails, as in a From header: `Name <mailbox@domain>` or a bare address. */
const mailFrom = { MAIL_FROM: nonEmpty };

/**
 * Id or ARN of the secret that the edge sends with each request (`{"name": "64 random characters", …}`); `none` where
 * nothing stands in front of the API, as on one machine.
 */
const edge = { EDGE_SECRET_ID: nonEmpty.transform((id) => (id === 'none' ? undefined : id)) };

/** Namespace of the metrics, read by `metric.ts`: another for each deployment in an account. */
const metrics = { METRIC_NAMESPACE: nonEmpty };

export const publicApiEnv = z.object({ ...table, ...secret, ...publicUrl, ...mailFrom, ...edge, ...metrics });

export const secretariatEnv = z.object({
  ...table,
  ...secret,
  /** As above; `edge` where the edge says it with each request, as it is made after the function and knows its names. */
  PUBLIC_URL: z.union([z.literal('edge').transform(() => undefined), publicUrl.PUBLIC_URL]),
  ...mailFrom,
  ...edge,
  ...metrics,
  /** Whose mailbox the first owner has. */
  SECRETARIAT_EMAIL: z.email(),
});

export const relayEnv = z.object({ ...mailQueues });

export const mailerEnv = z.object({
  ...table,
  ...secret,
  ...publicUrl,
  ...mailFrom,
  ...mailQueues,
  ...metrics,
  /** SES configuration set that every mail names, so that its events reach us. */
  CONFIGURATION_SET: nonEmpty,
  /** How many mailers work on each queue, and share the pace that SES allows; 0 where it has none, as on one machine. */
  MAILERS: z.string().regex(/^\d+$/).transform(Number),
  /** Region of SES; not always that of the function. */
  SES_REGION: nonEmpty,
});

export const mailFeedbackEnv = z.object({ ...table, ...secret, ...metrics });

export const housekeepingEnv = z.object({ ...table, ...secret, ...mailQueues, ...metrics });
