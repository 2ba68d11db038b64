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
import { proveLeases, proveOtherFaults } from '../system/faults/runs.ts';
import { architecture, assemble } from './assembly.ts';
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
import { makeRelease, proveUpgrade, type Release } from './upgrade.ts';

const parts = partsFor(process.argv.slice(2));

/** Runs a part if it was requested. */
const part = async (name: Part, prove: () => Promise<unknown>): Promise<void> => {
  if (parts.has(name)) await prove();
};

/** Made before and beside the deployment. Nothing here needs the emulator. */
interface Prepared {
  /** Of the last release, if the upgrade from it is requested. */
  readonly release: Promise<Release> | undefined;
  /** The folder with the templates and assets of this version. */
  readonly assembly: Promise<string>;
  /** The same without the owner's settings. */
  readonly undecided: Promise<string>;
  /** The templates of every kind of deployment are written and checked. */
  readonly linted: Promise<void>;
}

/** @param functionsCall endpoint at which the functions will reach AWS */
function prepare(folder: string, functionsCall: string, python: Promise<void>): Prepared {
  // Once, so that no two of the programs below build at once.
  const bundled = bundleFunctions(architecture);
  const release = parts.has('upgrade') ? bundled.then(() => makeRelease(folder, functionsCall)) : undefined;
  // In the order in which they are needed.
  const undecided = bundled.then(() => {
    const settings = { functionsCall, secretariatEmail: 'secretariat@undersigned.example' };
    return assemble(join(folder, 'undecided.out'), { app: 'app.ts', settings });
  });
  const assembly = Promise.all([undecided, release]).then(() =>
    assemble(join(folder, 'this.out'), { app: 'app.ts', settings: { functionsCall }, isValidated: true }),
  );
  const linted = part('templates', async () => {
    await Promise.all([python, assembly]);
    await step('cfn-lint finds nothing in the templates of every kind of deployment', () => lintTemplates(folder));
  });
  for (const one of [release, undecided, assembly, linted]) one?.catch(() => undefined);
  return { release, undecided, assembly, linted };
}

async function prove(emulator: Emulator, proxy: FaultProxy, folder: string, prepared: Prepared): Promise<void> {
  const { release, undecided, assembly, linted } = prepared;
  await step('cdk bootstrap', () => cdk(emulator, folder, ['bootstrap', `aws://000000000000/${region}`]));
  await part('undecided', () =>
    step('missing settings are refused with a message, and nothing is created', async () => {
      await assert.rejects(
        cdk(emulator, folder, ['deploy', '--app', await undecided]),
        /secretariatEmail must be .* undersigned\.config\.json/,
      );
      assert.deepEqual(await stackNames(emulator.endpoint), ['CDKToolkit']);
    }),
  );
  const instance = release
    ? await proveUpgrade(emulator, folder, await release, assembly)
    : await step('cdk deploy of this version', async () => deploy(emulator, folder, await assembly));
  // Calls of the last release's functions prove nothing about this version's.
  proxy.calls.splice(0);
  await part('acceptance', () => proveAcceptance(instance));
  await part('mail', () => proveMail(instance));
  await part('console', () => proveConsole(instance));
  // On a stack of its own, while the rest mostly waits.
  const described = part('described', () =>
    step('schemathesis: every check, no 5xx and nothing undocumented in 5,000 cases', () =>
      callAsDescribed(folder, over.signal),
    ),
  );
  described.catch(() => undefined);
  await proveLeases(part, instance, proxy, () => part('delivery', () => proveDelivery(instance)));
  await part('doctor', () =>
    step('npm run doctor reports what works, and what the emulator lacks', () =>
      askDoctor(instance, /^ok +version +the deployed version is the local one$/m),
    ),
  );
  await part('backup', () => proveBackup(instance));
  await proveOtherFaults(part, instance, proxy);
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
      await cdk(emulator, folder, ['destroy', '--app', await assembly, '--force']);
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
  const python = step('Python tools, each of its pinned version', installPython);
  const prepared = prepare(folder, proxy.endpoint, python);
  await python;
  emulator = await step('the emulator starts', () => Emulator.start(folder, proxy.endpoint));
  proxy.target = emulator.endpoint;
  await prove(emulator, proxy, folder, prepared);
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
