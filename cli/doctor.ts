/** `npm run doctor`: checks a stack, and reports what is wrong and what to do. */
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { type Finding, linesOf } from './doctor/finding.ts';
import { Refusal } from './stack.ts';

const usage = `Usage:
  npm run doctor                   looks at the local stack
  npm run doctor -- --stack NAME   looks at a deployed stack
  npm run doctor -- --before       looks at the account before the first deployment
It changes nothing. It ends with code 0 when nothing is wrong, else with 1; what is only to look at (look) is not wrong.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { stack: { type: 'string' }, before: { type: 'boolean' } },
  });
  if (positionals.length > 0 || (values.before && values.stack !== undefined)) throw new Refusal(usage);
  let sick = 0;
  for await (const finding of await examine(values)) {
    for (const line of linesOf(finding)) console.log(line);
    if (finding.level === 'wrong') sick += 1;
  }
  if (sick > 0) throw new Refusal(`${sick} ${sick === 1 ? 'thing is' : 'things are'} wrong.`);
  console.log('Nothing is wrong.');
});

/** Loads the checks on demand: those for a deployed stack load the CDK, too. */
async function examine({ stack, before }: { stack?: string; before?: boolean }): Promise<AsyncGenerator<Finding>> {
  if (before) return (await import('./doctor/before.ts')).examineBefore();
  if (stack === undefined) return (await import('./doctor/local.ts')).examineLocal();
  return (await import('./doctor/deployed.ts')).examineDeployed(stack);
}
