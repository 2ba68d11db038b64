/** The look of a letter as stored: one colour, and the convener's logo. */
import * as z from 'zod';
import { uploadId } from '../ids.ts';

/** Whether it can be read is checked when a letter is saved (`colourFault`). */
export const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'write it as # and six digits or letters from a to f, such as #175457')
  .transform((text) => text.toLowerCase());

/** The convener's logo: a PNG that we made of the uploaded file. */
export const letterLogo = z.strictObject({
  id: uploadId,
  width: z.int().min(1),
  height: z.int().min(1),
});
export type LetterLogo = z.infer<typeof letterLogo>;

/** @returns the path of a logo on our site */
export function logoPath(slug: string, { id }: Pick<LetterLogo, 'id'>): string {
  return `/${slug}/logo/${id}.png`;
}

/** @returns the size in which an image is shown, to fit into a box */
export function fitted(size: { width: number; height: number }, box: { width: number; height: number }) {
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  return { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
}
