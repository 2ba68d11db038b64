/** Kinds that a letter counts separately. Signatures on paper (`offline`) are in no total. */
export const countedAs = ['organisations', 'individuals', 'offline'] as const;
export type CountedAs = (typeof countedAs)[number];

/** The number of each kind. */
export type Tally = Readonly<Record<CountedAs, number>>;
