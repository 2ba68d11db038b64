/** Mails that the SES emulator accepted. */
import * as z from 'zod';

const mail = z.object({ To: z.array(z.string()), Subject: z.string(), BodyText: z.string() });
type EmulatedMail = z.infer<typeof mail>;
const mailbox = z.object({ messages: z.record(z.string(), z.array(mail)) });

/** @returns all mails sent to the address, or to anybody by default, oldest first */
export async function emulatedMails(endpoint: string, address = ''): Promise<EmulatedMail[]> {
  const answer = await fetch(`${endpoint}/_ministack/ses/messages`);
  const { messages } = mailbox.parse(await answer.json());
  return Object.values(messages)
    .flat()
    .filter(({ To }) => To.some((to) => to.includes(address)));
}
