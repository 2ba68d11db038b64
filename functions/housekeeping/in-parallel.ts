/** Processes many items, a few at a time. */

/**
 * @param hasTime whether to start another item
 * @returns when all items are done; throws the first error, while items already started run on
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
