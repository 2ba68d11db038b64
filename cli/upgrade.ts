/** `npm run upgrade`: migrates data of an earlier release to the present form, while people continue to sign. */
import { parseArgs } from 'node:util';
import { upgradeSteps } from '../shared/upgrade/steps.ts';
import { takeBack, type UpgradeReport, upgradeTable } from '../shared/upgrade/upgrade.ts';
import { runCommand } from './command.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run upgrade            converts the table after a new version was deployed; resumes where it was interrupted
  npm run upgrade -- --again converts everything again, after an older version ran on this table
  npm run upgrade -- --back  converts the table back, just before the previous version is deployed again
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      stack: { type: 'string' },
      again: { type: 'boolean', default: false },
      back: { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 0) throw new Refusal(usage);
  const { store, keys } = await findStack(values.stack);
  const upgrading = { store, keys, now: new Date() };
  if (values.back) {
    await takeBack(upgrading, upgradeSteps, printReport);
    return console.log('The table is ready for the previous version.');
  }
  await upgradeTable(upgrading, upgradeSteps, { again: values.again, report: printReport });
  console.log('The table is ready for this version.');
});

/** Prints totals for a step. */
function printReport({ step, seen, did }: UpgradeReport): void {
  const sums = Object.entries(did).map(([what, number]) => `${number} ${what}`);
  console.log(`${step.title}: ${seen} rows, ${sums.length > 0 ? sums.join(', ') : 'nothing to do'}.`);
}
