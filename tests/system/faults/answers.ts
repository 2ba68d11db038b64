/** AWS refusals, word for word in the form that the SDK reads. */
import type { AwsAnswer } from './proxy.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html */
export function sesRefusal(code: string, message: string): AwsAnswer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  const body = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${error}<RequestId>test</RequestId></ErrorResponse>`;
  return { status: 400, type: 'text/xml', body };
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
export function dynamoRefusal(name: string, more: object = {}): AwsAnswer {
  const body = { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: `${name} (made by the test)`, ...more };
  return { status: 400, type: 'application/x-amz-json-1.0', body: JSON.stringify(body) };
}

export function sqsRefusal(name: string): AwsAnswer {
  const body = JSON.stringify({ __type: `com.amazonaws.sqs#${name}`, message: `${name} (made by the test)` });
  return { status: 400, type: 'application/x-amz-json-1.0', body };
}
