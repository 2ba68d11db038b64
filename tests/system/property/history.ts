/** Random histories of one letter: submissions, presses, repetitions, races, and failures on the way. */
import fc from 'fast-check';
import { type Fault, faultPlan } from '../../fixtures/dynamodb-faults.ts';
import { endorsement } from '../../fixtures/world.ts';
import type { Mishap } from './mail-pipeline.ts';

/** Number of instances of the public API that run side by side. */
export const instances = 3;

/** Somebody who wants to sign, and their spelling this time. */
export interface Signer {
  readonly claimant: string;
  readonly part: Readonly<Record<string, unknown>>;
  readonly mailbox: number;
  readonly withheld: boolean;
  /** Sends an Idempotency-Key and repeats until answered 202. */
  readonly insists: boolean;
}

/** One press of the button, or one typed code, for one of the mails that arrived. */
export interface Press {
  readonly mail: number;
  readonly by: 'link' | 'code';
  readonly instance: number;
}

export type Step =
  | { readonly do: 'submit'; readonly signers: readonly Signer[]; readonly instance: number }
  | { readonly do: 'post'; readonly sizes: readonly number[]; readonly toAll: boolean }
  | { readonly do: 'press'; readonly presses: readonly Press[] }
  | { readonly do: 'replay'; readonly from: number; readonly length: number; readonly sizes: readonly number[] }
  | { readonly do: 'empty-queue' }
  | { readonly do: 'wait'; readonly seconds: number };

export interface History {
  readonly steps: readonly Step[];
  readonly faults: {
    readonly api: readonly Fault[][];
    readonly mailers: readonly Fault[][];
    readonly queue: readonly Mishap[];
    readonly ses: readonly Mishap[];
  };
}

/** @returns the body that a signer sends; its number makes the role unique, by which the list is compared */
export function bodyOf(signer: Signer, number: number): Record<string, unknown> {
  const { part, mailbox, withheld } = signer;
  const signatory = { name: `Person ${number}`, role: `Role ${number}`, email: `someone${mailbox}@gmail.com` };
  const { signatory: changed = {}, ...rest } = part;
  return endorsement(number, {
    ...rest,
    signatory: { ...signatory, ...(typeof changed === 'object' ? changed : {}) },
    display: withheld ? 'withheld' : 'public',
  });
}

const website = (site: string) => ({
  organisation: { name: `Friends, ${site.replaceAll(/\W/g, ' ')}`, website: `https://${site}/`, country: 'KZ' },
});
const named = (name: string, country: string) => ({ organisation: { name, country } });
const person = (name: string, email: string) => ({
  kind: 'individual',
  organisation: undefined,
  attestation: undefined,
  signatory: { name, email },
});

/** Spellings of the same co-signatory, and similar spellings of others. */
const spellings: readonly { claimant: string; part: Readonly<Record<string, unknown>> }[] = [
  ...['harbour.example', 'www.harbour.example', 'youth.harbour.example'].map((site) => ({
    claimant: 'harbour',
    part: website(site),
  })),
  ...['river.org.uk', 'north.river.org.uk'].map((site) => ({ claimant: 'river', part: website(site) })),
  { claimant: 'facebook page', part: website('facebook.com/ferry') },
  { claimant: 'facebook page', part: website('www.facebook.com/pg/Ferry') },
  { claimant: 'club in KZ', part: named('Été Club', 'KZ') },
  { claimant: 'club in KZ', part: named('ete  CLUB!', 'KZ') },
  { claimant: 'club in FR', part: named('Été Club', 'FR') },
  { claimant: 'Ada', part: person('Ada Example', 'a.da+one@gmail.com') },
  { claimant: 'Ada', part: person('ada  éxample', 'ada@googlemail.com') },
  { claimant: 'Bo, same mailbox', part: person('Bo Example', 'ada@gmail.com') },
  { claimant: 'Ada, other mailbox', part: person('Ada Example', 'ada@elsewhere.example') },
];

const signer: fc.Arbitrary<Signer> = fc
  .record({
    spelling: fc.constantFrom(...spellings),
    mailbox: fc.nat({ max: 5 }),
    withheld: fc.boolean(),
    insists: fc.boolean(),
  })
  .map(({ spelling, ...rest }) => ({ ...spelling, ...rest }));

const instance = fc.nat({ max: instances - 1 });
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });

const submit = (minLength: number, maxLength: number): fc.Arbitrary<Step> =>
  fc.record({
    do: fc.constant('submit' as const),
    signers: fc.array(signer, { minLength, maxLength }),
    instance,
  });
const post: fc.Arbitrary<Step> = fc.record({ do: fc.constant('post' as const), sizes, toAll: fc.boolean() });
const press: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('press' as const),
  presses: fc.array(
    fc.record({ mail: fc.nat({ max: 15 }), by: fc.constantFrom('link' as const, 'code' as const), instance }),
    { minLength: 1, maxLength: 10 },
  ),
});
const other: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('replay' as const),
    from: fc.nat({ max: 99 }),
    length: fc.integer({ min: 1, max: 30 }),
    sizes,
  }),
  fc.constant<Step>({ do: 'empty-queue' }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 13, 3600) }),
);

const mishaps: fc.Arbitrary<Mishap[]> = fc.array(fc.constantFrom<Mishap>('fine', 'unreachable', 'lost', 'partly'), {
  maxLength: 6,
});

export const history: fc.Arbitrary<History> = fc.record({
  steps: fc
    .tuple(
      submit(3, 6),
      post,
      press,
      fc.array(
        fc.oneof(
          { weight: 2, arbitrary: submit(1, 3) },
          { weight: 3, arbitrary: post },
          { weight: 4, arbitrary: press },
          { weight: 2, arbitrary: other },
        ),
        { maxLength: 6 },
      ),
    )
    .map(([first, second, third, more]) => [first, second, third, ...more]),
  faults: fc.record({
    api: fc.array(faultPlan(24), { minLength: instances, maxLength: instances }),
    mailers: fc.array(faultPlan(16), { minLength: 2, maxLength: 2 }),
    queue: mishaps,
    ses: mishaps,
  }),
});
