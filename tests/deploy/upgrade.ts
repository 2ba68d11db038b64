/** Upgrades from the last release to this version, with signatures that are confirmed or about to be. */
import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { endorsement, testLetter } from '../fixtures/world.ts';
import { isKept } from '../infra/upgrade-faults.ts';
import { call } from '../system/acceptance/http.ts';
import { assemble } from './assembly.ts';
import { countOf } from './counts.ts';
import type { Emulator } from './emulator.ts';
import { deploy, type Instance, stackResources } from './instance.ts';
import { agrees } from './operating.ts';
import { run, until } from './process.ts';
import { buildReleased, type ReleasedCode } from './released-code.ts';
import { remark, step } from './steps.ts';

const slug = 'clean-air';
const listed = z.object({ items: z.array(z.object({ organisation: z.object({ name: z.string() }) })) });
const headers = { accept: 'application/json' };

/** Renamed by this release, so AWS creates new ones. `tests/infra/released.slow.test.ts` says why nothing is lost. */
const renamed = ['AWS::CloudWatch::Dashboard', 'AWS::CloudFront::Function'];

/** The last release, ready to be deployed. */
export interface Release {
  readonly code: ReleasedCode;
  readonly assembly: string;
}

/** @param functionsCall endpoint at which its functions will reach AWS */
export async function makeRelease(folder: string, functionsCall: string): Promise<Release> {
  const code = await step('build the functions of the last release from its commit', () => buildReleased(folder));
  const settings = { functionsCall, code: code.bundles };
  const assembly = await assemble(join(folder, 'release.out'), { app: 'released-app.ts', settings });
  return { code, assembly };
}

/**
 * @param assembly of this version
 * @returns the upgraded stack
 */
export async function proveUpgrade(
  emulator: Emulator,
  folder: string,
  last: Release,
  assembly: Promise<string>,
): Promise<Instance> {
  const released = await step('cdk deploy of the last release', () => deploy(emulator, folder, last.assembly));
  const pending = await step('two organisations sign and confirm there, and a third is asked to confirm', async () => {
    const file = join(folder, 'clean-air.md');
    await writeFile(file, testLetter);
    const importing = ['run', '--silent', 'letter', '--', 'import', file, '--open', '--stack', 'Undersigned'];
    await run('npm', importing, { cwd: last.code.root, env: emulator.env });
    const links = [];
    for (const number of [71, 72, 73]) links.push(await sign(released, number));
    for (const link of links.slice(0, 2)) await press(released, link);
    assert.equal((await countOf(released, slug)).total, 2);
    return z.string().parse(links[2]);
  });
  await step('npm run doctor of this version reports that another version is deployed', async () => {
    const { output } = await released.outcome('doctor');
    assert.match(output, /^warn +version .*the deployed version differs from the local one$/m);
  });
  const before = await stackResources(emulator);
  const upgraded = await step(
    'cdk deploy of this version on top: nothing is made anew, every signature and link is kept',
    async () => {
      const upgraded = await deploy(emulator, folder, await assembly);
      const after = await stackResources(emulator);
      for (const [id, { type, name }] of before) {
        if (!isKept(type) || renamed.includes(type)) continue;
        assert.equal(after.get(id)?.name, name, `${id} (${type}) is another one`);
      }
      remark(`${[...before.values()].filter(({ type }) => isKept(type)).length} resources are the same`);
      assert.deepEqual(await namesOf(upgraded), ['Organisation 71', 'Organisation 72']);
      assert.equal((await countOf(upgraded, slug)).total, 2);
      await press(upgraded, pending);
      assert.equal((await countOf(upgraded, slug)).total, 3);
      return upgraded;
    },
  );
  await proveData(upgraded);
  return upgraded;
}

/** Data of the last release is migrated to today's form without an effect that people notice. */
async function proveData(upgraded: Instance): Promise<void> {
  await step('npm run upgrade converts the table for this version', async () => {
    remark((await upgraded.npm('upgrade')).trim().split('\n').at(-1) ?? '');
    assert.deepEqual(await namesOf(upgraded), ['Organisation 71', 'Organisation 72', 'Organisation 73']);
    assert.equal((await countOf(upgraded, slug)).total, 3);
    assert.match(await upgraded.npm('restore', '--verify'), agrees);
  });
}

/** @returns the link in the mail */
async function sign({ deployment, emulator }: Instance, number: number): Promise<string> {
  const json = endorsement(number);
  const url = `${deployment.publicUrl}/v1/letters/${slug}/signatures`;
  const answer = await call('POST', url, { json }, deployment);
  assert.equal(answer.status, 202, answer.text);
  const mail = await until('the mail', async () => (await emulator.mailsTo(json.signatory.email))[0]);
  return z.string().parse(/https?:\/\/\S+\/confirm\/[a-z0-9]{46}/.exec(mail.BodyText)?.[0]);
}

async function press({ deployment }: Instance, link: string): Promise<void> {
  const answer = await call('POST', link, { headers }, deployment);
  assert.equal(answer.status, 200, answer.text);
}

async function namesOf({ deployment }: Instance): Promise<string[]> {
  const { text } = await call('GET', `${deployment.publicUrl}/v1/letters/${slug}/signatures`, {}, deployment);
  return listed
    .parse(JSON.parse(text))
    .items.map(({ organisation }) => organisation.name)
    .toSorted();
}
