/**
 * Reads one thing for each item, at most `most` at once; the results come in the order of the items. The
 * first failure is thrown, and nothing more is started.
 * @param onRead called after each, with how many are done
 */
export async function readInOrder<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
  { most, onRead = () => {} }: { most: number; onRead?: (done: number) => void },
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let done = 0;
  let hasFailed = false;
  const readOn = async () => {
    while (next < items.length && !hasFailed) {
      const index = next;
      next += 1;
      try {
        results[index] = await read(items[index]!);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
      done += 1;
      onRead(done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, readOn));
  return results;
}
