/**
 * Proves the whole deployment on an emulated AWS: templates, bootstrap, the last release and the upgrade from it,
 * acceptance, operation, faults, removal. Started by `npm run test:deploy`; `npm run test:deploy -- acceptance
 * mailer-killed` runs only these parts (`parts.ts`). Needs Python 3 with venv, and nothing else. docs/emulator.md lists
 * the limits of the emulator.
 */
import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { type FaultProxy, startProxy } from '../system/faults/proxy.ts';
import { faultRuns } from '../system/faults/runs.ts';
import { functionLogs, stackNames } from './aws.ts';
import { proveConsole } from './console.ts';
import { proveDelivery } from './delivery.ts';
import { callAsDescribed } from './description.ts';
import { Emulator, region } from './emulator.ts';
import { cdk, deploy } from './instance.ts';
import { lintTemplates } from './lint.ts';
import { askDoctor, proveAcceptance, proveBackup, proveMail, proveTable } from './operating.ts';
import { type Part, partsFor } from './parts.ts';
import { provePrivileges } from './privileges.ts';
import { installPython } from './python.ts';
import { doTheRest } from './rest.ts';
import { conclude, remark, step } from './steps.ts';
import { proveUpgrade } from './upgrade.ts';

const parts = partsFor(process.argv.slice(2));

/** Runs a part if it was requested. */
const part = async (name: Part, prove: () => Promise<unknown>): Promise<void> => {
  if (parts.has(name)) await prove();
};

/** @param linted settles when the templates are written and checked */
async function prove(emulator: Emulator, proxy: FaultProxy, folder: string, linted: Promise<void>): Promise<void> {
  await step('cdk bootstrap', () => cdk(emulator, folder, ['bootstrap', `aws://000000000000/${region}`]));
  await part('undecided', () =>
    step('missing settings are refused with a message, and nothing is created', async () => {
      const undecided = { secretariatEmail: 'secretariat@undersigned.example' };
      await assert.rejects(
        cdk(emulator, folder, ['deploy'], undecided),
        /secretariatEmail must be .* undersigned\.config\.json/,
      );
      assert.deepEqual(await stackNames(emulator.endpoint), ['CDKToolkit']);
    }),
  );
  const instance = parts.has('upgrade')
    ? await proveUpgrade(emulator, folder)
    : await step('cdk deploy of this version', () => deploy(emulator, folder));
  // Calls of the last release's functions prove nothing about this version's.
  proxy.calls.splice(0);
  await part('acceptance', () => proveAcceptance(instance));
  await part('mail', () => proveMail(instance));
  await part('console', () => proveConsole(instance));
  await part('delivery', () => proveDelivery(instance));
  await part('doctor', () =>
    step('npm run doctor reports what works, and what the emulator lacks', () =>
      askDoctor(instance, /^ok +version +the deployed version is the local one$/m),
    ),
  );
  await part('backup', () => proveBackup(instance));
  // On a stack of its own, while most of the fault runs wait.
  const described = part('described', () =>
    step('schemathesis: every check, no 5xx and nothing undocumented in 5,000 cases', () =>
      callAsDescribed(folder, over.signal),
    ),
  );
  described.catch(() => undefined);
  for (const [name, run] of faultRuns) await part(name, () => run(instance, proxy));
  await Promise.all([described, linted]);
  await part('privileges', () =>
    step('every call that a function made is granted, and every grant is used or has a reason', async () => {
      await doTheRest(instance, 'beside-poison', 'person@beside-poison-0.example');
      await provePrivileges(instance, proxy.calls, join(folder, 'templates'));
      remark(`${proxy.calls.length} calls`);
    }),
  );
  await part('destroy', () =>
    step('cdk destroy keeps the table with every signature, and the master key', async () => {
      await cdk(emulator, folder, ['destroy', '--force']);
      assert.deepEqual(await stackNames(emulator.endpoint), ['CDKToolkit']);
      await proveTable(instance);
    }),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'undersigned-deploy-'));
let emulator: Emulator | undefined;
let failed = 0;
/** Aborted at the end, to stop everything that still runs. */
const over = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await emulator?.stop();
    process.exit(1);
  });
}
const proxy = await startProxy();
try {
  await step('Python tools, each of its pinned version', installPython);
  // Here, so that no two of the programs below build at once.
  await bundleFunctions();
  const linted = part('templates', () =>
    step('cfn-lint finds nothing in the templates of every kind of deployment', () => lintTemplates(folder)),
  );
  linted.catch(() => undefined);
  emulator = await step('the emulator starts', () => Emulator.start(folder, proxy.endpoint));
  proxy.target = emulator.endpoint;
  await prove(emulator, proxy, folder, linted);
} catch (error) {
  failed = 1;
  console.error(error instanceof Error ? error.message : error);
  if (emulator)
    console.error(`--- the emulator ---\n${await emulator.log()}\n${await functionLogs(emulator.endpoint)}`);
} finally {
  over.abort();
  await emulator?.stop();
  await proxy.stop();
  await rm(folder, { recursive: true, force: true });
}
conclude(failed);
process.exitCode = failed;
