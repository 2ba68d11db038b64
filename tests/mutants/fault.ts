/** A fault that `run.ts` plants in a copy of the repository. */

interface Edit {
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

export interface Fault {
  /** The rule that it breaks (`R1` to `R15`), or the kind of fault in the deployment. Several share an id. */
  readonly id: string;
  readonly what: string;
  readonly edits: readonly Edit[];
  /** The test file that has to fail or, where that has many tests, a part of their names. */
  readonly check: { readonly file: string; readonly tests?: string };
}

export const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });
