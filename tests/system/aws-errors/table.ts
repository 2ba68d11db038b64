/**
 * Transient AWS errors and their visible effects. `table.test.ts` plays each row.
 *
 * - S3: no function reads or writes a bucket, so it has no rows
 * - SES: `tests/mail/ses-errors.slow.test.ts` has its errors and their effect on each mail
 */

/**
 * - `unseen`: all answers and mails are the same as without the error
 * - `503`: the client is told to try again, and the same request succeeds once the error is over
 * - `later`: the stream, the queue or the sweep retries due work; nothing is lost or set aside
 */
export type Outcome = 'unseen' | '503' | 'later';

interface Played {
  readonly error: string;
  readonly status: number;
  /** Number of consecutive attempts that fail, for each call. */
  readonly times: number | 'always';
}

const single = ['PutItem', 'UpdateItem'] as const;
const reads = ['GetItem', 'BatchGetItem', 'Query'] as const;
const every = [...reads, ...single, 'TransactWriteItems'] as const;
const transaction = ['TransactWriteItems'] as const;

export interface TableRow extends Played {
  readonly operations: readonly (typeof every)[number][];
  /** Reason for which a transaction was cancelled. */
  readonly reason?: 'TransactionConflict' | 'ThrottlingError' | 'ProvisionedThroughputExceeded';
  /** `done`: the call succeeded, but its answer was lost. `unprocessed`: no error, but some items are left over. */
  readonly how?: 'done' | 'unprocessed';
  /** For requests by people. Where people get `503`, mail gets `later`. */
  readonly outcome: Exclude<Outcome, 'later'>;
}

const cancelled = { error: 'TransactionCanceledException', status: 400, operations: transaction } as const;

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html (reasons)
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html (UnprocessedKeys)
 */
export const dynamodb: readonly TableRow[] = [
  { error: 'TransactionConflictException', status: 400, operations: single, times: 2, outcome: 'unseen' },
  { error: 'TransactionConflictException', status: 400, operations: single, times: 'always', outcome: '503' },
  { ...cancelled, reason: 'TransactionConflict', times: 3, outcome: 'unseen' },
  { ...cancelled, reason: 'ThrottlingError', times: 3, outcome: 'unseen' },
  { ...cancelled, reason: 'ProvisionedThroughputExceeded', times: 3, outcome: 'unseen' },
  { ...cancelled, reason: 'TransactionConflict', times: 'always', outcome: '503' },
  { error: 'TransactionInProgressException', status: 400, operations: transaction, times: 2, outcome: 'unseen' },
  { error: 'TransactionInProgressException', status: 400, operations: transaction, times: 'always', outcome: '503' },
  { error: 'ThrottlingException', status: 400, operations: every, times: 2, outcome: 'unseen' },
  { error: 'ThrottlingException', status: 400, operations: every, times: 'always', outcome: '503' },
  { error: 'ProvisionedThroughputExceededException', status: 400, operations: every, times: 2, outcome: 'unseen' },
  { error: 'ProvisionedThroughputExceededException', status: 400, operations: every, times: 'always', outcome: '503' },
  { error: 'RequestLimitExceeded', status: 400, operations: every, times: 2, outcome: 'unseen' },
  { error: 'RequestLimitExceeded', status: 400, operations: every, times: 'always', outcome: '503' },
  { error: 'InternalServerError', status: 500, operations: every, times: 2, outcome: 'unseen' },
  { error: 'InternalServerError', status: 500, operations: every, times: 'always', outcome: '503' },
  { error: 'TimeoutError', status: 0, operations: every, times: 1, outcome: 'unseen' },
  { error: 'TimeoutError', status: 0, operations: every, times: 'always', outcome: '503' },
  { error: 'TimeoutError', status: 0, operations: every, times: 1, how: 'done', outcome: 'unseen' },
  {
    error: 'UnprocessedKeys',
    status: 0,
    operations: ['BatchGetItem'],
    times: 2,
    how: 'unprocessed',
    outcome: 'unseen',
  },
  {
    error: 'UnprocessedKeys',
    status: 0,
    operations: ['BatchGetItem'],
    times: 'always',
    how: 'unprocessed',
    outcome: '503',
  },
];

export interface QueueRow extends Played {
  readonly outcome: Exclude<Outcome, '503'>;
}

/**
 * Answers to SendMessageBatch. `Failed` marks an entry that failed in an otherwise successful answer.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
 */
export const sqs: readonly QueueRow[] = [
  { error: 'RequestThrottled', status: 400, times: 1, outcome: 'unseen' },
  { error: 'RequestThrottled', status: 400, times: 'always', outcome: 'later' },
  { error: 'ThrottlingException', status: 400, times: 1, outcome: 'unseen' },
  { error: 'InternalFailure', status: 500, times: 1, outcome: 'unseen' },
  { error: 'InternalFailure', status: 500, times: 'always', outcome: 'later' },
  { error: 'ServiceUnavailable', status: 503, times: 2, outcome: 'unseen' },
  { error: 'ServiceUnavailable', status: 503, times: 'always', outcome: 'later' },
  { error: 'Failed', status: 200, times: 1, outcome: 'later' },
  { error: 'Failed', status: 200, times: 'always', outcome: 'later' },
];

export interface SecretRow extends Played {
  readonly when: 'cold start' | 'refresh';
  readonly outcome: Exclude<Outcome, 'later'>;
}

/**
 * Answers to GetSecretValue.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html
 */
export const secrets: readonly SecretRow[] = [
  { error: 'ThrottlingException', status: 400, when: 'cold start', times: 1, outcome: 'unseen' },
  { error: 'ThrottlingException', status: 400, when: 'cold start', times: 'always', outcome: '503' },
  { error: 'InternalServiceError', status: 500, when: 'cold start', times: 2, outcome: 'unseen' },
  { error: 'InternalServiceError', status: 500, when: 'cold start', times: 'always', outcome: '503' },
  { error: 'ServiceUnavailable', status: 503, when: 'cold start', times: 'always', outcome: '503' },
  { error: 'ThrottlingException', status: 400, when: 'refresh', times: 'always', outcome: 'unseen' },
  { error: 'InternalServiceError', status: 500, when: 'refresh', times: 'always', outcome: 'unseen' },
];
