/** The function that freezes the list of a delivery and sets its documents, and cleans uploaded files. */
import { Duration } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { documentEnv } from '../shared/platform/config/env.ts';
import type { Config } from './config.ts';
import type { Files } from './files.ts';
import { makeFunction } from './function.ts';
import { pinLogicalId } from './logical-ids.ts';
import { deadLetterQueue } from './queues.ts';
import type { Storage } from './storage.ts';

export interface DocumentProps {
  readonly config: Pick<Config, 'documentArchitecture' | 'stackName'>;
  readonly storage: Storage;
  readonly files: Files;
  readonly publicUrl: string;
}

/**
 * Started by the relay and by housekeeping, and by no queue: Lambda would poll one all day for a function that runs a
 * few times in the life of a letter.
 */
export class Document extends Construct {
  readonly handler: LambdaFunction;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { config, storage, files, publicUrl }: DocumentProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', 'documentDeadLetters');
    const handler = makeFunction(this, 'Function', {
      name: 'document',
      description: 'freezes the list of a delivery, makes its documents, and cleans uploaded files',
      // The longest that Lambda allows. The lease of a run is longer (functions/document/run.ts).
      timeout: Duration.minutes(15),
      // 20,000 names take 1 GB; more memory is more of a core.
      memoryMb: 2048,
      architecture: config.documentArchitecture === 'x64' ? Architecture.X86_64 : Architecture.ARM_64,
      schema: documentEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        BUCKET_NAME: files.bucket.bucketName,
        PUBLIC_URL: publicUrl,
        METRIC_NAMESPACE: config.stackName,
      },
    });
    storage.allow(
      handler,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      // A name is frozen only while its signature is unchanged.
      'dynamodb:ConditionCheckItem',
      'dynamodb:Query',
    );
    storage.allowQuery(handler, 'newest', 'listedByTime');
    files.allow(handler, 'made', 's3:GetObject', 's3:PutObject', 's3:DeleteObject');
    files.allow(handler, 'incoming', 's3:GetObject', 's3:DeleteObject');
    files.allow(handler, 'uploads', 's3:GetObject', 's3:PutObject', 's3:DeleteObject');
    files.allowListing(handler);
    files.allow(handler, 'pictures', 's3:PutObject');
    // Three attempts, minutes apart. Housekeeping starts it again as well, since the delivery stays due.
    handler.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.deadLetters) });
    pinLogicalId(handler.node.findChild('EventInvokeConfig'), 'documentInvocation');
    this.handler = handler;
  }

  get environment(): { DOCUMENT_FUNCTION: string } {
    return { DOCUMENT_FUNCTION: this.handler.functionName };
  }

  allowStarting(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.handler.functionArn] }),
    );
  }
}
