/** Notes of everything that the stack promised, to find out at the end whether it kept it. */
import type { Arrived } from './ses-gate.ts';

export interface Ledger {
  /** The API accepted a submission from that mailbox. */
  accepted(email: string): void;
  /** The API answered that the signature counts. */
  confirmed(email: string): void;
  /** A confirmation got no answer, so the signature may count or not. */
  unclear(email: string): void;
  /** SES took a mail. */
  mailed(mail: Arrived): void;
  /** @returns mails that are not in the inbox yet, as kind and mailbox */
  waiting(): string[];
  /** @param total what the letter counts now @returns each broken guarantee as a sentence; none if all is well */
  broken(total: number): string[];
  sums(): { accepted: number; confirmed: number; mails: number };
}

const kinds = { asked: 'confirmation', thanked: 'receipt' } as const;

export function openLedger(): Ledger {
  const accepted = new Set<string>();
  const confirmed = new Set<string>();
  const unclear = new Set<string>();
  /** Times that each mail was sent, by mailbox and then by kind and signature. */
  const mails = new Map<string, Map<string, number>>();
  const has = (email: string, kind: string) =>
    [...(mails.get(email)?.keys() ?? [])].some((key) => key.startsWith(`${kind} `));
  const without = (emails: ReadonlySet<string>, kind: string) => [...emails].filter((email) => !has(email, kind));
  const all = () => [...mails.values()].flatMap((sent) => [...sent.values()]);
  return {
    accepted: (email) => void accepted.add(email),
    confirmed: (email) => void confirmed.add(email),
    unclear: (email) => void unclear.add(email),
    mailed({ to, kind, signature }) {
      const sent = mails.get(to) ?? new Map<string, number>();
      const key = `${kind} ${signature}`;
      sent.set(key, (sent.get(key) ?? 0) + 1);
      mails.set(to, sent);
    },
    waiting: () => [
      ...without(accepted, kinds.asked).map((email) => `${kinds.asked} ${email}`),
      ...without(confirmed, kinds.thanked).map((email) => `${kinds.thanked} ${email}`),
    ],
    broken(total) {
      const unasked = without(accepted, kinds.asked).length;
      const unthanked = without(confirmed, kinds.thanked).length;
      const doubled = all().filter((times) => times > 1).length;
      const most = confirmed.size + unclear.size;
      return [
        ...(unasked > 0 ? [`${unasked} accepted submissions got no mail to confirm.`] : []),
        ...(unthanked > 0 ? [`${unthanked} confirmed signatures got no receipt.`] : []),
        ...(doubled > 0 ? [`${doubled} mails were sent more than once.`] : []),
        ...(total < confirmed.size ? [`${confirmed.size - total} confirmed signatures are not counted.`] : []),
        ...(total > most ? [`${total - most} signatures are counted that nobody confirmed.`] : []),
      ];
    },
    sums: () => ({
      accepted: accepted.size,
      confirmed: confirmed.size,
      mails: all().reduce((sum, times) => sum + times, 0),
    }),
  };
}
