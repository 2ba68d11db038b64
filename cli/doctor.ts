/** `npm run doctor`: checks a stack, and reports what is wrong and what to do. */
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { type Finding, linesOf } from './doctor/finding.ts';
import { Refusal } from './stack.ts';

const usage = `Usage:
  npm run doctor                   checks the local stack
  npm run doctor -- --stack NAME   checks a deployed stack
  npm run doctor -- --before       checks the account before the first deployment
It changes nothing. Its exit code is 0 when nothing failed (warnings are fine), otherwise 1.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { stack: { type: 'string' }, before: { type: 'boolean' } },
  });
  if (positionals.length > 0 || (values.before && values.stack !== undefined)) throw new Refusal(usage);
  let failed = 0;
  for await (const finding of await examine(values)) {
    for (const line of linesOf(finding)) console.log(line);
    if (finding.level === 'fail') failed += 1;
  }
  if (failed > 0) throw new Refusal(`${failed} ${failed === 1 ? 'check' : 'checks'} failed.`);
  console.log('Everything works.');
});

/** Loads the checks on demand: those for a deployed stack load the CDK, too. */
async function examine({ stack, before }: { stack?: string; before?: boolean }): Promise<AsyncGenerator<Finding>> {
  if (before) return (await import('./doctor/before.ts')).examineBefore();
  if (stack === undefined) return (await import('./doctor/local.ts')).examineLocal();
  return (await import('./doctor/deployed.ts')).examineDeployed(stack);
}
