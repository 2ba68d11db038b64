/** Words for uploaded files. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Upload, UploadRefusal, UploadTarget, uploadType } from '../../../shared/upload/upload.ts';

type Kind = UploadTarget['kind'];

export const kindWords: Readonly<Record<Kind, string>> = {
  scan: 'Scan or photo',
  answer: 'File of the answer',
  look: 'Logo',
  logo: 'Logo of an organisation',
};

export const typeWords: Readonly<Record<(typeof uploadType.options)[number], string>> = {
  'image/png': 'Image (PNG)',
  'image/jpeg': 'Image (JPEG)',
  'application/pdf': 'PDF',
};

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
  unavailable: 'The file could not be checked. Upload it again; if that fails, too, tell whoever runs the site.',
  missing: 'The file did not arrive. It may have been larger than allowed. Upload it again.',
};

/** @returns the state of an upload in a few words */
export function stateWords({ progress, isPublic, target, id }: Upload, logo?: Letter['logo']): string {
  switch (progress.state) {
    case 'waiting':
      return 'Nothing uploaded yet';
    case 'checking':
      return 'Being checked';
    case 'refused':
      return 'Refused';
    case 'declined':
      return 'Not accepted';
    case 'kept':
      if (target.kind === 'look') return logo?.id === id ? 'In use' : 'Not in use';
      return isPublic ? 'Public' : 'Not public';
  }
}
