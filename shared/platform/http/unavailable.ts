/** Tells temporary failures, answered with 503, from faults of our own, answered with 500. */

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const passing = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html#API_SendMessageBatch_Errors
  'RequestThrottled',
  'ThrottlingException',
  'TimeoutError',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
  // Our own errors: the master key is being changed, or the same rows keep changing concurrently.
  'RekeyInProgress',
  'TooBusy',
]);

/** @returns whether the same request may succeed a little later */
export function isUnavailable(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return passing.has(error.name) || passing.has(code) || statusOf(error) >= 500;
}

/** The HTTP status of an AWS service's answer, if there is one. */
function statusOf(error: Error): number {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const status: unknown =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : 0;
  return typeof status === 'number' ? status : 0;
}
