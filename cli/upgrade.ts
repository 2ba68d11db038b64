/** `npm run upgrade`: migrates data of an earlier release to the present form, while people continue to sign. */
import { parseArgs } from 'node:util';
import { upgradeSteps } from '../shared/upgrade/steps.ts';
import { takeBack, type UpgradeReport, upgradeTable } from '../shared/upgrade/upgrade.ts';
import { runCommand } from './command.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run upgrade            does what is left to do after another version was deployed; interrupted, it goes on where it was
  npm run upgrade -- --again does all of it once more: after an older version ran on this table
  npm run upgrade -- --back  puts the table back into the form of the version before, just before that one is deployed again
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
    return console.log('The table is in the form of the version before.');
  }
  await upgradeTable(upgrading, upgradeSteps, { again: values.again, report: printReport });
  console.log('The table is in the form of this version.');
});

/** Prints totals for a step. */
function printReport({ step, seen, did }: UpgradeReport): void {
  const sums = Object.entries(did).map(([what, number]) => `${number} ${what}`);
  console.log(`${step.title}: ${seen} rows, ${sums.length > 0 ? sums.join(', ') : 'nothing to do'}.`);
}
