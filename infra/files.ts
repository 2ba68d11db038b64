/** The bucket with the files of deliveries and uploaded files, and narrow permissions on it. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { pinLogicalId } from './logical-ids.ts';
import { suppressNag } from './nag-suppressions.ts';
import type { Storage } from './storage.ts';

/**
 * Folders of the bucket: documents and pictures that we made; files as strangers sent them, which only the document
 * function reads; and the rewritten files.
 */
const folders = { made: 'deliveries', pictures: 'pictures', incoming: 'incoming', uploads: 'uploads' } as const;

export class Files extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { retainData }: Pick<Config, 'retainData'>, { key }: Pick<Storage, 'key'>) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // With a key of the bucket, one call to KMS serves many files.
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Old versions would keep the names of people who were erased.
      versioned: false,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Files as they were sent, which nobody wanted in the end.
        { prefix: `${folders.incoming}/`, expiration: Duration.days(1) },
      ],
      // An empty bucket that a failed first deployment leaves behind costs nothing, but nobody would use it.
      removalPolicy: retainData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    pinLogicalId(this.bucket, 'files');
    suppressNag(this.bucket, {
      S1: 'An access log would hold network addresses of people who read a document. Functions alone read and write here.',
    });
  }

  /** Allows actions on the files of a folder. */
  allow(
    grantee: LambdaFunction,
    folder: keyof typeof folders,
    ...actions: `s3:${'Get' | 'Put' | 'Delete'}Object`[]
  ): void {
    const pattern = `${folders[folder]}/*`;
    grantee.addToRolePolicy(new PolicyStatement({ actions, resources: [this.bucket.arnForObjects(pattern)] }));
    const reason = 'The keys of files contain the names of letters, which are not known when the stack is deployed.';
    suppressNag(
      grantee.role ?? grantee,
      { IAM5: reason },
      { regex: `/^Resource::<FilesBucket.*/${pattern.replace('*', '\\*')}$/` },
    );
  }

  /** Allows finding out which files a delivery has. */
  allowListing(grantee: LambdaFunction): void {
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': [`${folders.made}/*`] } },
      }),
    );
  }
}
