/**
 * Kinds that a letter counts. Signatures on paper (`offline`) are in no total. Those that the secretariat added (`added`)
 * are also counted as organisations or individuals.
 */
export const countedAs = ['organisations', 'individuals', 'offline', 'added'] as const;
export type CountedAs = (typeof countedAs)[number];

/** The number of each kind. */
export type Tally = Readonly<Record<CountedAs, number>>;

export const emptyTally: Tally = { organisations: 0, individuals: 0, offline: 0, added: 0 };
