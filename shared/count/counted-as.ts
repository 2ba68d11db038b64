/** What a letter counts apart. Those on paper are in no total. */
export const countedAs = ['organisations', 'individuals', 'offline'] as const;
export type CountedAs = (typeof countedAs)[number];

/** How many of each. */
export type Tally = Readonly<Record<CountedAs, number>>;
