/** Reasons for which an uploaded file is refused. Each has a sentence for the person who uploaded it. */
import * as z from 'zod';

/**
 * - `type`: its contents are of no accepted type, regardless of its name
 * - `damaged`: it is incomplete, breaks the rules of its format, or something follows its end
 * - `size`: it has more bytes than are accepted
 * - `dimensions`: it has no pixels, too many, or is much wider than high or the other way round
 * - `animated`: it has several pictures
 * - `svg`: it is more than shapes: programs, text, pictures, styles or references that draw on something else
 * - `protected`: a PDF that is encrypted
 * - `active`: a PDF with programs, forms that send data, other files, sound or film
 */
export const fileRefusal = z.enum([
  ...(['type', 'damaged', 'size', 'dimensions', 'animated', 'svg'] as const),
  ...(['protected', 'active'] as const),
]);
export type FileRefusal = z.infer<typeof fileRefusal>;
