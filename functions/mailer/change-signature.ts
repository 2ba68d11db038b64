/** Changes of signatures by the mailer. They are rare, so the code for them is loaded on demand. */
import type { change } from '../../shared/signature/change-signature.ts';

export async function changeSignature(...changing: Parameters<typeof change>): ReturnType<typeof change> {
  const loaded = await import('../../shared/signature/change-signature.ts');
  return loaded.change(...changing);
}
