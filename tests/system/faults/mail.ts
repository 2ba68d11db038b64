/** Guarantees when SES fails, or a function between the table and SES. */
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { leaseDuration } from '../../../shared/mail/lease.ts';
import { readPauses } from '../../../shared/pause/pause.ts';
import { sweepNow } from '../../deploy/aws.ts';
import type { Instance } from '../../deploy/instance.ts';
import { until } from '../../deploy/process.ts';
import { remark, step } from '../../deploy/steps.ts';
import { sesRefusal, sqsRefusal } from './answers.ts';
import { during, onlyIf, setAside, tryAgainAfter } from './ground.ts';
import type { AwsCall, FaultProxy } from './proxy.ts';
import { makeSigners, type Signers } from './signers.ts';
import { mailedBySweeps } from './table.ts';

/** Time that a mailer may take to record that SES accepted a mail, in milliseconds. */
const noteTime = 2000;

/** Time after which a mailer has noticed that its pause is over, in milliseconds (`functions/mailer/mail-pause.ts`). */
const pauseKnown = 2500;

/** @returns whether a mail is sent to a signer of a letter whose slug starts like this */
const sendsTo =
  (slug: string) =>
  ({ action, input }: AwsCall) =>
    action === 'SendRawEmail' && String(input['Destinations.member.1']).includes(`@${slug}-`);

/** As when many sign at once, or another program of the account sends mail. */
export async function sesThrottles(instance: Instance, proxy: FaultProxy): Promise<void> {
  await step('SES throttles for 25 s: every mail goes out once, when it may', async () => {
    await tryAgainAfter(instance, 15);
    const signers = await makeSigners(instance, 'throttled', 8);
    let refused = 0;
    const end = Date.now() + 25_000;
    await during(
      proxy,
      onlyIf(sendsTo('throttled'), () => {
        if (Date.now() > end) return undefined;
        refused += 1;
        return { answer: sesRefusal('Throttling', 'Maximum sending rate exceeded.') };
      }),
      async () => {
        await signers.sign();
        await signers.mailed(120);
      },
    );
    assert.ok(Date.now() > end && refused > 8, `${refused} refused`);
    remark(`${refused} calls refused`);
    await signers.confirm();
    await signers.expectWhole();
    assert.equal(await signers.doubled(), 0);
  });
}

/** As when the identity is not verified, or the account is paused. */
export async function sesRefuses(instance: Instance, proxy: FaultProxy): Promise<void> {
  await step('SES refuses all mail: none is set aside, and each goes out once when that is mended', async () => {
    await tryAgainAfter(instance, 6);
    const signers = await makeSigners(instance, 'refused', 6);
    let refused = 0;
    await during(
      proxy,
      onlyIf(sendsTo('refused'), () => {
        refused += 1;
        return { answer: sesRefusal('MessageRejected', 'Email address is not verified.') };
      }),
      async () => {
        await signers.sign();
        await until('SES was asked', async () => (refused > 0 ? true : undefined), 60);
      },
    );
    assert.equal(await setAside(instance), 0);
    // A sweep during the mailer's pause would only put the mails off.
    const pause = await until('the mailer pauses', async () => (await readPauses(instance.store)).standstill);
    await setTimeout(pause.until - Date.now() + pauseKnown);
    await sweepNow(instance.emulator.endpoint);
    await mailedBySweeps(instance, signers.mailed);
    await signers.confirm();
    await signers.expectWhole();
    assert.equal(await signers.doubled(), 0);
    assert.equal(await setAside(instance), 0);
  });
}

/**
 * As when Lambda takes a machine away.
 *
 * @param onLastKill called when no more is killed, and only the wait for the leases remains
 */
export async function mailerIsKilled(instance: Instance, proxy: FaultProxy, onLastKill: () => void): Promise<void> {
  await step('the mailer is killed in the middle of a batch: only what it had in hand may be double', async () => {
    // Longer than the lease on mails that a killed mailer was sending.
    await tryAgainAfter(instance, leaseDuration / 1000 + 3);
    // The second group signs while the mails of the first wait for the end of their leases.
    const groups = [await makeSigners(instance, 'killed-once', 6), await makeSigners(instance, 'killed-twice', 6)];
    const all = (work: (group: Signers) => Promise<void>) => Promise.all(groups.map(work));
    let kills = 0;
    let inHand = 0;
    const sent: number[] = [];
    await during(
      proxy,
      onlyIf(sendsTo('killed'), () => {
        sent.push(Date.now());
        if (sent.length !== 5 && sent.length !== 10) return undefined;
        const unheard = async () => {
          assert.ok(kill(instance, 'Mailer') > 0, 'no mailer was killed');
          // SES accepted them, but the mailer may not have recorded it.
          inHand += sent.filter((at) => at > Date.now() - noteTime).length;
          kills += 1;
        };
        return { unheard };
      }),
      async () => {
        for (const [index, group] of groups.entries()) {
          await group.sign();
          await until('a mailer is killed', async () => (kills > index ? true : undefined), 240);
        }
        onLastKill();
        await all((group) => group.mailed(240));
      },
    );
    assert.equal(kills, groups.length);
    await all((group) => group.confirm());
    await all((group) => group.expectWhole());
    const doubled = (await Promise.all(groups.map((group) => group.doubled()))).reduce((sum, one) => sum + one, 0);
    remark(`killed ${kills} times, with ${inHand} mails in hand; ${doubled} went out twice`);
    assert.ok(doubled <= inHand, `${doubled} mails are double`);
  });
}

/** As when a queue call fails: Lambda then retries the whole batch. */
export async function relayThrows(instance: Instance, proxy: FaultProxy): Promise<void> {
  await step('the relay throws on every third batch: every mail goes out once', async () => {
    const signers = await makeSigners(instance, 'unrelayed', 12);
    let batches = 0;
    await during(
      proxy,
      onlyIf(
        ({ action }) => action === 'SendMessageBatch',
        () => {
          batches += 1;
          return batches % 3 === 0 ? { answer: sqsRefusal('InvalidParameterValue') } : undefined;
        },
      ),
      async () => {
        await signers.sign();
        await signers.mailed();
        await signers.confirm();
      },
    );
    assert.ok(batches >= 6, `${batches} batches`);
    remark(`${Math.floor(batches / 3)} of ${batches} batches refused`);
    await signers.expectWhole();
    assert.equal(await signers.doubled(), 0);
  });
}

/** Sends `kill -9` to every process in which the emulator runs that function. @returns how many there were */
function kill({ emulator: { pid } }: Instance, name: string): number {
  const children = readdirSync('/proc').filter((one) => /^\d+$/.test(one) && isWorker(one, String(pid), name));
  for (const child of children) process.kill(Number(child), 'SIGKILL');
  return children.length;
}

function isWorker(child: string, parent: string, name: string): boolean {
  try {
    const ppid = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
    return (
      ppid === parent &&
      readFileSync(`/proc/${child}/environ`, 'utf8').includes(`FUNCTION_NAME=Undersigned-Mail${name}`)
    );
  } catch {
    return false; // It has ended meanwhile.
  }
}
