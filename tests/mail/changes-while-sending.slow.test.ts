/** Changes to a signature while a mail about it is being sent are told in another mail. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { countDays } from '../../shared/count/daily-submissions.ts';
import { letterSlug, makeSignatureId, type SignatureId } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { requestSignIn } from '../../shared/member/sign-in.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { moderate } from '../../shared/signature/moderation/moderate.ts';
import { undo } from '../../shared/signature/moderation/undo.ts';
import { requestLinks } from '../../shared/signature/owner/link-request.ts';
import { displaced, notedDuplicate } from '../../shared/signature/transitions.ts';
import { deliver, runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { ask, mailsTo, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import {
  endorsement,
  keys,
  letterFile,
  type Mail,
  makeWorld,
  openTestLetter,
  publicUrl,
  secretariatEmail,
  type World,
} from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const day = 24 * 3600 * 1000;
const officer = { kind: 'member', id: 'officer' } as const;
const email = 'chair@harbour.example';

let world: World;
/** Runs as soon as the next mail of that kind is sent, before the mailer knows it. */
let meanwhile: { readonly mail: string; readonly happens: () => unknown } | undefined;

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  meanwhile = undefined;
  world.mailing.ses.middlewareStack.add(
    (next) => async (args) => {
      const sent = await next(args);
      const mail = world.mails.at(-1);
      if (meanwhile && mail?.about['mail'] === meanwhile.mail) {
        const { happens } = meanwhile;
        meanwhile = undefined;
        await happens();
      }
      return sent;
    },
    { step: 'initialize', name: 'meanwhile', priority: 'high' },
  );
});

const whileOut = (mail: string, happens: () => unknown) => {
  meanwhile = { mail, happens };
};
const signed = () => sign(world, organisationFrom('harbour.example', email));
const role = (name: string) => ({
  action: 'correct',
  kind: 'organisation',
  organisation: { name: 'Harbour Friends', website: 'https://harbour.example', country: 'KZ' },
  signatory: { name: 'Jo Doe', role: name },
  attestation: true,
});
const correct = (own: { token: string }, name: string) => ask(world, own, role(name));
const kinds = (mails: readonly Mail[]) => mails.map(({ about }) => about['mail']);
const later = (own: { id: SignatureId }, step: Parameters<typeof change>[2]) =>
  change(world.store, own.id, step, new Date(world.clock.now));

describe('a receipt that is being sent', () => {
  it('is followed by one about a correction made meanwhile, though no time has passed', async () => {
    const own = await signed();
    await correct(own, 'Treasurer');
    whileOut('receipt', () => correct(own, 'Speaker'));
    world.mails.length = 0;
    await world.sendMails();
    expect(world.mails.map(({ text }) => /Treasurer|Speaker/.exec(text)?.[0])).toEqual(['Treasurer', 'Speaker']);
    expect(await recordOf(world, own)).not.toHaveProperty('due', 'receipt');
  });

  it('is followed by one about the first correction right after the confirmation', async () => {
    await world.submit('clean-air', organisationFrom('harbour.example', email));
    await world.sendMails();
    const link = /\/confirm\/([a-z0-9]{46})/.exec(world.mails[0]?.text ?? '')?.[1] ?? '';
    await world.confirm(link);
    whileOut('receipt', () => {
      const token = /\/manage\/([a-z0-9]{46})/.exec(world.mails.at(-1)?.text ?? '')?.[1] ?? '';
      return correct({ token }, 'Speaker');
    });
    await world.sendMails();
    expect(kinds(world.mails)).toEqual(['confirmation', 'receipt', 'receipt']);
    expect(world.mails.at(-1)?.text).toContain('Speaker');
  });

  it('is followed by one with the current state, whichever of forty corrections came meanwhile', async () => {
    const owners = [];
    for (let number = 0; number < 40; number += 1) {
      owners.push(await sign(world, organisationFrom(`club-${number}.example`, `chair@club-${number}.example`)));
    }
    const named = (number: number, name: string) => ({
      ...role(name),
      organisation: { name: `Club ${number}`, website: `https://club-${number}.example`, country: 'KZ' },
    });
    await Promise.all(owners.map((own, number) => ask(world, own, named(number, 'Treasurer'))));
    const delivery = { store: world.store, keys, mailing: world.mailing, publicUrl, days: countDays() };
    await Promise.all(
      owners.flatMap((own, number) => [
        deliver(delivery, { signature: own.id, mail: 'receipt' }, world.clock.now),
        sleep(number).then(() => ask(world, own, named(number, 'Speaker'))),
      ]),
    );
    await world.sendMails();
    for (const { email: to } of owners) expect(mailsTo(world, to).at(-1)?.text).toContain('Speaker');
  });

  it('is followed by other mails that became due meanwhile', async () => {
    const own = await signed();
    await correct(own, 'Treasurer');
    whileOut('receipt', () => displacing(own));
    world.mails.length = 0;
    await world.sendMails();
    await world.sendMails();
    expect(kinds(world.mails)).toEqual(['receipt', 'displaced']);
  });
});

describe('another mail that is being sent', () => {
  it('about a displacement is followed by one about the next displacement', async () => {
    const own = await signed();
    const by = () => displacing(own);
    await by();
    whileOut('displaced', by);
    await world.sendMails();
    expect(kinds(mailsTo(world, email)).filter((kind) => kind === 'displaced')).toHaveLength(2);
  });

  it('about a duplicate is followed by one about another, a day later', async () => {
    const own = await signed();
    const note = () => later(own, (record) => notedDuplicate(record, new Date(world.clock.now)));
    await note();
    whileOut('duplicate-note', () => {
      world.clock.now += day;
      return note();
    });
    await world.sendMails();
    expect(kinds(mailsTo(world, email)).filter((kind) => kind === 'duplicate-note')).toHaveLength(2);
  });

  it('about a new version is followed by one about a newer version', async () => {
    await signed();
    const reword = async (number: number) => {
      world.clock.now += 60_000;
      const text = letterFile({ 'from the shore.': `from the shore. This is wording ${number}.` });
      await importLetter(world.store, text, [], { now: new Date(world.clock.now), open: true });
      world.clock.now += 60_000;
      await runTask(housekeepingContextOf(world), { task: 'letters' });
    };
    await reword(1);
    whileOut('new-version', () => reword(2));
    await world.sendMails();
    expect(kinds(mailsTo(world, email)).filter((kind) => kind === 'new-version')).toHaveLength(2);
  });

  it('about a removal is followed by a receipt when the secretariat undoes the removal', async () => {
    const own = await signed();
    const letter = (await readLetter(world.store, slug)) ?? expect.fail('no letter');
    const by = { store: world.store, keys, letter, by: officer, now: new Date(world.clock.now) };
    const removed = await moderate(by, own.id, { do: 'withdraw' });
    const act = (removed.outcome === 'done' && removed.act) || expect.fail();
    whileOut('withdrawn', () =>
      undo(world.store, { letter: slug, signature: own.id, act, by: officer }, new Date(world.clock.now)),
    );
    world.mails.length = 0;
    await world.sendMails();
    await world.sendMails();
    expect(kinds(world.mails)).toEqual(['withdrawn', 'receipt']);
    expect(await recordOf(world, own)).not.toHaveProperty('withdrawnAt');
  });

  it('with links is followed by one with the link of a signature made meanwhile', async () => {
    await signed();
    const request = () => requestLinks(world.store, { email, language: 'en' }, new Date(world.clock.now));
    await request();
    whileOut('link', async () => {
      await world.submit('clean-air', organisationFrom('river.example', email, 'River Friends'));
      await world.sendMails();
      await request();
    });
    await world.sendMails();
    await world.sendMails();
    await world.sendMails();
    const links = mailsTo(world, email).filter(({ about }) => about['mail'] === 'link');
    expect(links.map(({ text }) => text.includes('River Friends'))).toEqual([false, true]);
  });

  it('to sign in is followed by another one when it was requested again', async () => {
    const request = () =>
      requestSignIn(world.store, { email: secretariatEmail, first: true }, new Date(world.clock.now));
    await request();
    whileOut('sign-in', request);
    await world.sendMails();
    await world.sendMails();
    expect(kinds(mailsTo(world, secretariatEmail))).toEqual(['sign-in', 'sign-in']);
  });

  it('to confirm is followed by the receipt after a confirmation meanwhile', async () => {
    await world.submit('clean-air', endorsement(1));
    whileOut('confirmation', () =>
      world.confirm(/\/confirm\/([a-z0-9]{46})/.exec(world.mails[0]?.text ?? '')?.[1] ?? ''),
    );
    await world.sendMails();
    await world.sendMails();
    expect(kinds(world.mails)).toEqual(['confirmation', 'receipt']);
  });
});

const displacing = (own: { id: SignatureId }) =>
  later(own, (record) => displaced(record, makeSignatureId(), new Date(world.clock.now)));
