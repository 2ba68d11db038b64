/** Words for uploaded files. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Upload, UploadTarget, uploadType } from '../../../shared/upload/upload.ts';

type Kind = UploadTarget['kind'];

export const kindWords: Readonly<Record<Kind, string>> = {
  scan: 'Scan or photo',
  answer: 'File of the answer',
  look: 'Logo',
  logo: 'Logo of an organisation',
  evidence: 'Evidence',
};

export const typeWords: Readonly<Record<(typeof uploadType.options)[number], string>> = {
  'image/png': 'Image (PNG)',
  'image/jpeg': 'Image (JPEG)',
  'application/pdf': 'PDF',
};

/** @returns the state of an upload in a few words */
export function stateWords({ progress, isPublic, target, id }: Upload, logo?: Letter['logo']): string {
  switch (progress.state) {
    case 'waiting':
      return 'Nothing uploaded yet';
    case 'checking':
      return 'Being checked';
    case 'refused':
      return progress.why === 'unavailable' ? 'Could not be checked' : 'Refused';
    case 'declined':
      return 'Rejected';
    case 'kept':
      if (target.kind === 'evidence') return 'For the secretariat only';
      if (target.kind === 'look') return logo?.id === id ? 'In use' : 'Not in use';
      return isPublic ? 'Public' : 'Not public';
  }
}
