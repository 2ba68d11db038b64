import type { FileRefusal } from '../../../shared/upload/refusal.ts';

/** Thrown while a file is read; `cleanScan` and `cleanLogo` return the reason. */
export class Refused extends Error {
  readonly why: FileRefusal;
  constructor(why: FileRefusal) {
    super(why);
    this.why = why;
  }
}
