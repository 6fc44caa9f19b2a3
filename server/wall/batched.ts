/**
 * Lets questions that come while one is being asked wait for the next, which asks for all of them together: two hundred screens that hear
 * of a word at once are a few queries. Each answer is as fresh as if it had been asked for alone.
 */
export function batched<Value>(
  findMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (id: string) => Promise<Value | null> {
  let next: { readonly ids: Set<string>; readonly answer: Promise<ReadonlyMap<string, Value>> } | null = null;
  let running: Promise<unknown> = Promise.resolve();

  function begin() {
    const ids = new Set<string>();
    const answer = running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return findMany([...ids]);
      });
    running = answer;
    return { ids, answer };
  }

  return async (id) => {
    next ??= begin();
    next.ids.add(id);
    return (await next.answer).get(id) ?? null;
  };
}
