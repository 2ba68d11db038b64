/** Thirty people who sign on one day: most as intended, some twice, some from elsewhere, some as a trap. */
import { expect } from 'vitest';
import { personal } from '../../fixtures/personal.ts';
import { mailsTo, manageTokenIn } from '../../fixtures/signing.ts';
import { endorsement, tokenIn, type World } from '../../fixtures/world.ts';

interface Signer {
  readonly organisation?: string;
  readonly website?: string;
  readonly country?: string;
  readonly person: string;
  readonly email: string;
  readonly language?: string;
  readonly partner?: string;
  readonly withheld?: boolean;
  readonly trap?: boolean;
  /** Nobody presses the button: the mail is ignored, or bounces. */
  readonly unconfirmed?: true;
}

const fromItsDomain = (
  [organisation, country, person]: readonly [string, string, string],
  index: number,
): Signer & { website: string } => ({
  organisation,
  website: `https://member-${index + 1}.example`,
  country,
  person,
  email: `office@member-${index + 1}.example`,
  language: ['en', 'fr', 'ru', 'es'][index % 4] ?? 'en',
  ...(index % 3 === 0 ? { partner: 'valley-radio' } : {}),
});

const members = (
  [
    ['Aral Legal Aid', 'KZ', 'Daniyar Seitkali'],
    ['Фонд «Ромашка»', 'KZ', 'Айгуль Тлеубаева'],
    ['Comité Sans Frontières', 'FR', 'Élodie Marchand'],
    ['Red de Asilo', 'ES', 'Íñigo Berasategui'],
    ['Asylrat Hafenstraße e. V.', 'DE', 'Jörg Pfefferkorn'],
    ['Nairobi Refuge Forum', 'KE', 'Wanjiku Njoroge'],
    ['Steppe Lawyers', 'KG', 'Nurlan Abdykadyrov'],
    ['Dhaka Rights Circle', 'BD', 'Farhana Chowdhury'],
    ['Centro Acogida', 'MX', 'Guadalupe Arriaga'],
    ['Lampedusa Observatory', 'IT', 'Salvatore Cusumano'],
    ['Helsinki Border Watch', 'FI', 'Päivi Korhonen'],
    ['Accra Women’s Shelter', 'GH', 'Abena Owusu-Ansah'],
    ['Open Door Tbilisi', 'GE', 'Nino Kvaratskhelia'],
    ['Andean Exile Support', 'PE', 'Rosario Quispe'],
    ['Manila Monitor', 'PH', 'Jasmine Dimaculangan'],
    ['Tunis Migrant Clinic', 'TN', 'Mehdi Bouzguenda'],
    ['Prague Asylum Desk', 'CZ', 'Vlastimil Hruška'],
    ['Oslo Committee agianst Torture', 'NO', 'Ragnhild Thorvaldsen'],
  ] as const
).map(fromItsDomain);

const organisation = (name: string, website: string, email: string, person: string): Signer => ({
  organisation: name,
  website,
  country: 'KZ',
  email,
  person,
});

export const signers: readonly Signer[] = [
  ...members,
  organisation('Aral Legal Aid (Almaty)', 'https://www.member-1.example', 'almaty@member-1.example', 'Saule Bekenova'),
  organisation('Comité Sans Frontières', 'https://member-3.example', 'sansfrontieres@gmail.com', 'Théo Lacombe'),
  organisation('Ferry Watch', 'https://ferry-watch.example', 'ferry.watch@gmail.com', 'Callum Braithwaite'),
  organisation('Ferry Watch', 'https://ferry-watch.example', 'chair@ferry-watch.example', 'Morag Dalziel'),
  organisation('Night Shelter Osh', 'https://night-shelter.example', 'nightshelter.osh@gmail.com', 'Gulnara Isakova'),
  organisation('Real Patriots Union', 'https://patriots.example', 'patriots.union@gmail.com', 'Anonymous Hero'),
  organisation('Romashka', 'https://romashka-fund.example', 'romashka.fund@gmail.com', 'Viktor Sidorchuk'),
  { person: 'Leocadia Brightwater', email: 'leocadia@letters.example', country: 'GB', partner: 'valley-radio' },
  { person: 'Bartholomew Quillfeather', email: 'barth@letters.example', country: 'UZ', withheld: true },
  { ...organisation('Cheap Pills Now', 'https://pills.example', 'sales@pills.example', 'Spamela Bulk'), trap: true },
  {
    ...organisation('Bishkek Lawyers', 'https://lawyers.example', 'reception@lawyers.example', 'Azamat Orozbekov'),
    unconfirmed: true,
  },
  {
    ...organisation('Samarkand Archive', 'https://archive.example', 'gone@archive.example', 'Dilnoza Rakhimova'),
    unconfirmed: true,
  },
];

const bodyOf = (signer: Signer) => {
  const { organisation: name, website, country, person, email, language = 'en', partner, withheld, trap } = signer;
  return endorsement(0, {
    kind: name ? 'organisation' : 'individual',
    organisation: name ? { name, website, country } : undefined,
    signatory: { name: person, role: name ? 'Director' : undefined, email },
    attestation: name ? true : undefined,
    display: withheld ? 'withheld' : 'public',
    consents: { publication: !withheld, updates: true, partner: false },
    language,
    ...(partner ? { partner } : {}),
    ...(trap ? { homepage: 'https://pills.example' } : {}),
  });
};

/** Sends each submission. All get the same answer. */
export async function sendAll(world: World, letter: string): Promise<void> {
  for (const signer of signers) {
    world.clock.now += 20_000;
    personal(signer.email, signer.person);
    const answer = await world.submit(letter, bodyOf(signer));
    expect([answer.status, await answer.json()]).toEqual([202, { status: 'confirmation-requested' }]);
  }
  await world.sendMails();
}

/** Presses the button in each mail, one after the other. @returns the number of confirmations */
export async function confirmAll(world: World): Promise<number> {
  let number = 0;
  for (const { email, unconfirmed } of signers) {
    const [mail] = mailsTo(world, email);
    if (!mail || unconfirmed) continue;
    world.clock.now += 20_000;
    expect((await world.confirm(tokenIn(mail))).status).toBe(200);
    number += 1;
  }
  await world.sendMails();
  return number;
}

/** Carries out a mailbox owner's request, by the link in the receipt. */
export async function askAs(world: World, email: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const receipt = mailsTo(world, email).findLast(({ text }) => text.includes('/manage/'));
  if (!receipt) throw new Error('no receipt came');
  world.clock.now += 20_000;
  const answer = await world.app.request(`/manage/${manageTokenIn(receipt)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}
