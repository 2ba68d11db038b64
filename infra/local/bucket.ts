import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';

export const bucketName = 'undersigned-files';

/** Creates the bucket if it is missing. */
export async function createBucket(client: S3Client): Promise<void> {
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucketName }));
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name !== 'BucketAlreadyOwnedByYou' && name !== 'BucketAlreadyExists') throw error;
  }
}
