/** Hashes of the local code, as the CDK computes them for a deployment. */
import { FileSystem } from 'aws-cdk-lib';
import { bundleFolder, bundleFunctions, functionNames } from '../../infra/build/bundle.ts';

/** Bundles the functions as a deployment does. @returns the hash of each function's code, by name */
export async function hashLocalCode(): Promise<ReadonlyMap<string, string>> {
  await bundleFunctions();
  return new Map(functionNames.map((name) => [name, FileSystem.fingerprint(bundleFolder(name))]));
}
