/** Which code stands here, by the hash under which the CDK deploys it. */
import { FileSystem } from 'aws-cdk-lib';
import { bundleFolder, bundleFunctions, functionNames } from '../../infra/build/bundle.ts';

/** Bundles the functions as a deployment does. @returns the hash of each by its name */
export async function codeHere(): Promise<ReadonlyMap<string, string>> {
  await bundleFunctions();
  return new Map(functionNames.map((name) => [name, FileSystem.fingerprint(bundleFolder(name))]));
}
