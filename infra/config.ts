/**
 * What the owner chooses at deployment: CDK context, from `cdk.json` or `-c name=value` on the command line. It is
 * checked before anything is built, so a mistake is one sentence here and not a failed deployment ten minutes later.
 */
import { z } from 'zod';

/** Stands in `cdk.json` so that `cdk synth` works before anything is decided; nobody can send mail from it. */
export const placeholderMailFrom = 'letters@undersigned.example';

const address = z.email();

/** `Name <mailbox@domain>` or a bare address → the bare address, in lower case as SES keeps identities. */
function addressIn(from: string): string {
  const inBrackets = /<([^<>]*)>\s*$/.exec(from)?.[1];
  return (inBrackets ?? from).trim().toLowerCase();
}

const mailFromHelp =
  'mailFrom must be the address that mails are sent from, as in -c mailFrom=letters@your-organisation.org ' +
  'or -c "mailFrom=Our Campaign <letters@your-organisation.org>"';

const contextSchema = z.object({
  /** Sender of all mails. Its domain becomes an SES identity, which the owner proves with three DNS records. */
  mailFrom: z
    .string({ error: mailFromHelp })
    .trim()
    .refine((from) => address.safeParse(addressIn(from)).success, { error: mailFromHelp }),
  /** `false` only for trials: then deleting the stack deletes the signatures with it. */
  retainData: z
    .union([z.boolean(), z.stringbool()], { error: 'retainData must be true or false, as in -c retainData=false' })
    .default(true),
});

export interface Config {
  readonly mailFrom: string;
  readonly sender: { readonly address: string; readonly domain: string };
  readonly retainData: boolean;
}

/** The names asked of the CDK context. */
const names = ['mailFrom', 'retainData'] as const;

/** Reads and checks the context; `lookUp` is `app.node.tryGetContext`. Throws one readable error for all mistakes. */
export function readConfig(lookUp: (name: string) => unknown): Config {
  const parsed = contextSchema.safeParse(Object.fromEntries(names.map((name) => [name, lookUp(name)])));
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'));
  }
  const sender = addressIn(parsed.data.mailFrom);
  return {
    ...parsed.data,
    sender: { address: sender, domain: sender.slice(sender.lastIndexOf('@') + 1) },
  };
}
