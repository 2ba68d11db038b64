/** `npm start`: runs all of Undersigned on one machine, until Ctrl-C. */
import { loadJsx } from './jsx.ts';
import { readOptions } from './options.ts';
import { exitWith } from './refusal.ts';
import { type Stack, startStack } from './stack.ts';

/** One Ctrl-C can arrive twice: from the terminal and from npm. Only a later one means "now". */
const sameKeyPressMs = 500;
const parentCheckMs = 250;

run().catch(exitWith);

async function run(): Promise<void> {
  loadJsx();
  const starting = startStack(readOptions(process.env));
  const asked = untilAskedToStop();
  const stack = await starting;
  greet(stack);
  const broken = await Promise.race([asked, stack.broken]);
  console.log(broken === undefined ? '\nStopping …' : `\n${broken} ended unexpectedly. Stopping everything.`);
  await stack.stop();
  process.exit(broken === undefined ? 0 : 1);
}

/** Resolves at the first Ctrl-C or SIGTERM. A second one ends the process, and its children with it, at once. */
function untilAskedToStop(): Promise<undefined> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = () => {
      if (firstAt !== undefined && Date.now() - firstAt > sameKeyPressMs) process.exit(130);
      firstAt ??= Date.now();
      resolve(undefined);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    onceParentEnded(() => resolve(undefined));
  });
}

/** Stops when npm is killed: npm does not end its children, which would keep running unseen and hold the ports. */
function onceParentEnded(stop: () => void): void {
  const { npm_lifecycle_event: npmScript } = process.env;
  if (npmScript === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, parentCheckMs);
  watch.unref();
}

function greet({ publicUrl, inboxUrl, letters, secretariatEmail }: Stack): void {
  const lines = [
    ...letters.map((slug) => ['Letter', `${publicUrl}/${slug}`] as const),
    ['Console', `${publicUrl}/console`] as const,
    ['Inbox', inboxUrl] as const,
    ['API', `${publicUrl}/docs`] as const,
    ['Embed', `${publicUrl}/embed`] as const,
  ];
  console.log('\nUndersigned is running.\n');
  for (const [name, address] of lines) console.log(`  ${name.padEnd(8)}${address}`);
  console.log(`\nSign in to the console as ${secretariatEmail}: the link arrives in the inbox. Invite others there.`);
  console.log('\nPress Ctrl-C to stop it. Its data is kept.\n');
}
