/**
 * Refuses to deploy placeholders, but lets `cdk synth` show the template. Both run the same app and differ in one
 * thing: a deployment builds the assets before it creates anything. So one asset fails to build, and prints these
 * sentences.
 */
import type { Stack } from 'aws-cdk-lib';

/** The program that builds the asset: prints the reasons and fails. */
const program = 'process.stderr.write(Buffer.from(process.argv[1], "base64url").toString());process.exit(1)';

/** @param sentences reasons against a deployment, one each; with none it may proceed */
export function refusePlaceholders(stack: Stack, sentences: readonly string[]): void {
  if (sentences.length === 0) return;
  const text = Buffer.from(sentences.join('\n')).toString('base64url');
  stack.synthesizer.addFileAsset({
    executable: [process.execPath, '-e', program, text],
    sourceHash: 'undecided',
  });
}
