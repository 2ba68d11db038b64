/** Work on many things, a few at a time. */

/**
 * @param hasTime whether to take on another one
 * @returns when all is done; throws what the first failure threw, and what is under way then goes on
 */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
  hasTime: () => boolean = () => true,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) {
        await work(item);
        if (!hasTime()) return;
      }
    }),
  );
}
