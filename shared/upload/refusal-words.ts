/** Why an uploaded file was refused, for the member who uploaded it. */
import type { UploadRefusal } from './upload.ts';

/** Reasons, each with what to do. */
export const refusalWords: Readonly<Record<UploadRefusal, string>> = {
  type: 'This type of file is not accepted. Use one of those named on the upload page; a different file name does not help.',
  damaged: 'The file is damaged or incomplete, or something is hidden in it. Make it again, and upload that.',
  size: 'The file is too large. Make it smaller, and upload it again.',
  dimensions:
    'The picture is empty, far too narrow, or has more than 64 million pixels. Save it in another size, and upload that.',
  animated: 'The picture moves. Upload one that does not.',
  svg: 'The drawing holds text, pictures, effects or programs. Convert text to paths and save it as plain SVG, or upload a PNG.',
  protected: 'The PDF is protected with a password or rights. Print it into a new PDF, and upload that.',
  active: 'The PDF holds a program, a form, a film or another file. Print it into a new PDF, and upload that.',
  unavailable: 'The file could not be checked. Upload it again; if that fails, too, tell whoever runs this site.',
  missing: 'The file did not arrive. It may have been larger than allowed. Upload it again.',
};
