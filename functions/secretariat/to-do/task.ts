/** Kinds of tasks of the secretariat under a letter, and the words for them. */
import type { Permission } from '../../../shared/member/role.ts';

/** In the order of the list: the most urgent first. */
export const taskKinds = [
  'complaints',
  'review',
  'logos',
  'closing',
  'deliveries',
  'failed',
  'files',
  'drafts',
  'translations',
  'held',
  'returned',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Task {
  readonly kind: TaskKind;
  readonly number: number;
  /** There are at least so many. */
  readonly more: boolean;
  /** Detail beside the number, such as a day. */
  readonly detail?: string | undefined;
  /** The page where it is done, below that of the letter, if that differs from task to task. */
  readonly page?: string | undefined;
}

interface TaskFacts {
  /** Members who may not do it are not told about it. */
  readonly needs: Permission;
  /** The page where it is done, below that of the letter. */
  readonly page: string;
  /** The tab that shows the number. */
  readonly tab: string;
  readonly words: readonly [one: string, several: string];
}

export const taskFacts: Readonly<Record<TaskKind, TaskFacts>> = {
  complaints: {
    needs: 'signature.decide',
    page: '/disputes',
    tab: '/disputes',
    words: ['complaint to answer', 'complaints to answer'],
  },
  review: {
    needs: 'signature.decide',
    page: '/review',
    tab: '/review',
    words: ['signature awaiting review', 'signatures awaiting review'],
  },
  logos: {
    needs: 'signature.decide',
    page: '/logos',
    tab: '/logos',
    words: ['logo awaiting review', 'logos awaiting review'],
  },
  closing: {
    needs: 'letter.state',
    page: '',
    tab: '',
    words: ['letter closes soon', 'letters close soon'],
  },
  deliveries: {
    needs: 'letter.state',
    page: '/deliveries',
    tab: '/deliveries',
    words: ['delivery is due', 'deliveries are due'],
  },
  failed: {
    needs: 'letter.state',
    page: '/deliveries',
    tab: '/deliveries',
    words: ['delivery failed', 'deliveries failed'],
  },
  files: {
    needs: 'letter.write',
    page: '',
    tab: '',
    words: ['file could not be checked', 'files could not be checked'],
  },
  drafts: {
    needs: 'letter.state',
    page: '',
    tab: '',
    words: ['draft is ready to open', 'drafts are ready to open'],
  },
  translations: {
    needs: 'letter.write',
    page: '/translations',
    tab: '/translations',
    words: ['translation is out of date', 'translations are out of date'],
  },
  held: {
    needs: 'signature.decide',
    page: '/signatures?state=silent',
    tab: '/signals',
    words: ['signature held as likely spam', 'signatures held as likely spam'],
  },
  returned: {
    needs: 'signature.decide',
    page: '/signatures?state=undeliverable',
    tab: '/signals',
    words: ['signature whose email was returned', 'signatures whose email was returned'],
  },
};

export const numberOf = ({ number, more }: Pick<Task, 'number' | 'more'>) => `${number}${more ? '+' : ''}`;

export const wordsOf = ({ kind, number, more }: Task) => taskFacts[kind].words[number === 1 && !more ? 0 : 1];
