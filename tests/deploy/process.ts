/** Child processes of the deployment test. */
import { spawn } from 'node:child_process';

export type Env = Readonly<Record<string, string>>;

interface Surroundings {
  readonly cwd: string;
  readonly env: Env;
  /** Ends it early. */
  readonly signal?: AbortSignal;
  /** Gives way to the rest of the run, which mostly waits. */
  readonly isPatient?: boolean;
}

/** Runs a command to its end. @returns its exit code and its output, from both channels */
export async function outcomeOf(
  command: string,
  args: readonly string[],
  { isPatient = false, ...options }: Surroundings,
) {
  const [program, given] = isPatient ? ['nice', ['-n', '5', command, ...args]] : [command, args];
  const child = spawn(program, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, output };
}

/** Runs a command to its end and returns its output. A failure prints the end of the output and throws. */
export async function run(command: string, args: readonly string[], options: Surroundings): Promise<string> {
  const { code, output } = await outcomeOf(command, args, options);
  if (code === 0) return output;
  // The reason of a failed deployment is far above the long list of rolled back resources.
  const reasons = output.split('\n').filter((line) => /fail|error/i.test(line));
  throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${reasons.join('\n')}\n…${output.slice(-1500)}`);
}

/** Repeats a question until there is an answer, or throws after `seconds`. */
export async function until<T extends {}>(what: string, ask: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not after ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
