/**
 * Lets a template be looked at (`cdk synth`) that must not be deployed. Both run the same app, so what tells them apart is
 * what only a deployment does: before it creates anything it builds the assets, and here one of them is these sentences.
 */
import type { Stack } from 'aws-cdk-lib';

/** The program that builds the asset: says why not, and fails. */
const program = 'process.stderr.write(Buffer.from(process.argv[1], "base64url").toString());process.exit(1)';

/** @param sentences what stands against a deployment, one each; with none it may go ahead */
export function refusePlaceholders(stack: Stack, sentences: readonly string[]): void {
  if (sentences.length === 0) return;
  const text = Buffer.from(sentences.join('\n')).toString('base64url');
  stack.synthesizer.addFileAsset({
    executable: [process.execPath, '-e', program, text],
    sourceHash: 'undecided',
  });
}
