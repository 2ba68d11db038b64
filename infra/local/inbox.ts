import { fileURLToPath } from 'node:url';
import { startChild } from './children.ts';
import { type Engine, type LaunchedEngine, launchedEngine } from './engine.ts';
import { freePort, loopback } from './ports.ts';

/**
 * Launches the SES double. It accepts mails as SES does and serves them at its address, as JSON at `/store`. It keeps
 * nothing in the data folder, which is on its command line only to show to which stack it belongs.
 */
export async function launchInbox(port?: number, dataDir = ''): Promise<LaunchedEngine> {
  const chosen = port ?? (await freePort());
  const script = fileURLToPath(new URL('inbox-process.ts', import.meta.url));
  const child = await startChild(process.execPath, [script, String(chosen), dataDir], process.env);
  return launchedEngine('The inbox', child, `http://${loopback}:${chosen}`, '/health-check');
}

/** Launches the inbox and waits until it answers. Without a port it takes a free one. */
export async function startInbox(port?: number): Promise<Engine> {
  const engine = await launchInbox(port);
  await engine.ready;
  return engine;
}
