/** The log of the run: each step, and its duration. */

let passed = 0;
const started = performance.now();
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Runs one step. The first that fails ends the run. */
export async function step<T>(what: string, prove: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const say = (outcome: string) => console.log(`${outcome}  ${seconds(start).padStart(7)}  ${what}`);
  try {
    const result = await prove();
    passed += 1;
    say('ok  ');
    return result;
  } catch (error) {
    say('FAIL');
    throw error;
  }
}

/** Adds a remark to a successful step. */
export function remark(text: string): void {
  console.log(`               ${text}`);
}

export function conclude(failed: number): void {
  console.log(`${passed} passed, ${failed} failed, in ${seconds(started)}`);
}
