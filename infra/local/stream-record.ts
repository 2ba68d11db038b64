import type { DynamoDBRecord } from 'aws-lambda';

/** Completes a record of the streams API to the form that Lambda passes to a function. */
export function toEventRecord(record: DynamoDBRecord, streamArn: string): DynamoDBRecord {
  const { dynamodb = {} } = record;
  return {
    ...record,
    eventSource: 'aws:dynamodb',
    dynamodb: { ...dynamodb, ApproximateCreationDateTime: Math.floor(dynamodb.ApproximateCreationDateTime ?? 0) },
    eventSourceARN: streamArn,
  };
}
