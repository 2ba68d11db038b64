/**
 * The local stack in a process of its own, with two features of the cloud: an edge that forwards the client address, so
 * that network caps apply, and mailers that keep to the rate of SES.
 */
import { loadJsx } from '../../../infra/local/jsx.ts';

loadJsx();
const { secretId } = await import('../../../infra/local/environment.ts');
const { loadFunctions } = await import('../../../infra/local/functions.ts');
const { readOptions } = await import('../../../infra/local/options.ts');
const { startStack } = await import('../../../infra/local/stack.ts');

const stack = await startStack(readOptions(process.env), () => {
  // The edge's secret is one that the benchmark can read, too. All mailers are in this process and share one rate.
  Object.assign(process.env, { EDGE_SECRET_ID: secretId, MAILERS: '1' });
  return loadFunctions();
});
// The process that started it closes the pipe, or ends.
process.stdin.resume();
process.stdin.once('end', () => {
  stack.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
