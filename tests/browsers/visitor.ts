import { setTimeout as sleep } from 'node:timers/promises';

/** A person with a browser that is not Chromium. Each action waits until what it needs is on the page. */
export interface Visitor {
  open(address: string): Promise<void>;
  /** Waits until our element shows its form. A plain form that it replaces would lose what was typed. */
  seesForm(): Promise<void>;
  /** Types into the field with that label. */
  type(label: string, text: string): Promise<void>;
  /** Chooses an option of the field with that label: by its text in a list, by typing it elsewhere. */
  choose(label: string, option: string): Promise<void>;
  /** Ticks a box or chooses a radio button, if it is not. */
  tick(label: string): Promise<void>;
  /** Presses a button or link. */
  press(words: string): Promise<void>;
  /** Presses a button that leads to another page, or to the same one again, and waits until that has loaded. */
  follow(words: string): Promise<void>;
  /** Waits until a heading or a paragraph starts with these words. */
  sees(words: string): Promise<void>;
  /** @returns whether such a field is on the page now */
  hasField(label: string): Promise<boolean>;
  /** @returns the value of a field */
  valueOf(label: string): Promise<string>;
  /** @returns the name and version of the browser */
  readonly version: string;
  close(): Promise<void>;
}

/** Longest wait for anything to appear, in milliseconds: far more than any takes. */
export const patience = 40_000;

/**
 * Repeats an action until it succeeds: a page may not have the element yet, or replace it between finding and using it.
 *
 * @throws the last error when it never does
 */
export async function persist<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** A browser that is installed, or the reason why the tests skip it. */
export type Installed = { readonly launch: () => Promise<Visitor> } | { readonly missing: string };
