/** Hashes of the local code, as the CDK computes them for a deployment. */
import { FileSystem } from 'aws-cdk-lib';
import { bundleFunctions, deployedFolder, functionNames } from '../../infra/build/bundle.ts';
import type { Processor } from '../../infra/build/bundle-document.ts';

/**
 * Bundles the functions as a deployment does.
 *
 * @param processor of the deployed function that makes documents, whose typesetter is a native module; undefined when a
 *   release before that function is deployed
 * @returns the hash of each function's code, by name
 */
export async function hashLocalCode(processor: Processor | undefined): Promise<ReadonlyMap<string, string>> {
  await bundleFunctions(processor);
  return new Map(functionNames.map((name) => [name, FileSystem.fingerprint(deployedFolder(name))]));
}
