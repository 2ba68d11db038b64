import type { MailQueues } from '../../shared/mail/queue.ts';
import { bucketName } from './bucket.ts';
import { loopback } from './ports.ts';

interface Endpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly ses: string;
  readonly secrets: string;
  readonly s3: string;
  readonly lambda: string;
  readonly mailQueues: MailQueues['urls'];
}

/** The first owner of the local console. Its mails are in the local inbox. */
export const localSecretariat = 'secretariat@undersigned.example';

export const tableName = 'undersigned';
export const secretId = 'undersigned/local';
export const documentFunction = 'undersigned-document';

/** The region and keys that all local engines see. They give access to nothing. */
export const localAws = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** Environment of every local function, and of command lines that reach the same stack. */
export function functionEnvironment(port: number, endpoints: Endpoints): Record<string, string> {
  return {
    TABLE_NAME: tableName,
    SECRET_ID: secretId,
    EDGE_SECRET_ID: 'none',
    PUBLIC_URL: `http://${loopback}:${port}`,
    MAIL_QUEUE_URL: endpoints.mailQueues.urgent,
    OTHER_MAIL_QUEUE_URL: endpoints.mailQueues.other,
    MAIL_FROM: 'Undersigned <letters@undersigned.example>',
    SECRETARIAT_EMAIL: localSecretariat,
    OPERATOR: 'none',
    OPERATOR_CONTACT: 'none',
    CONFIGURATION_SET: 'local',
    HANDOVER_CONFIGURATION_SET: 'local',
    SES_REGION: localAws.region,
    MAILERS: '0',
    BUCKET_NAME: bucketName,
    DOCUMENT_FUNCTION: documentFunction,
    METRIC_NAMESPACE: 'Undersigned',
    AWS_REGION: localAws.region,
    AWS_ACCESS_KEY_ID: localAws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localAws.credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SES: endpoints.ses,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
    POWERTOOLS_SERVICE_NAME: 'undersigned',
    POWERTOOLS_METRICS_DISABLED: 'true',
  };
}

/** Sets it for the functions in this process, and removes variables that would lead them to a real AWS account. */
export function applyEnvironment(environment: Readonly<Record<string, string>>): void {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']) {
    delete process.env[name];
  }
  Object.assign(process.env, environment);
}
