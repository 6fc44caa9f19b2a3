/** Work of many sources: of each source one piece at a time, of all together only so many, and nobody waits in a long queue. */
export interface Turns {
  /** @returns `null` when as many pieces of this source wait already as may. */
  run<T>(source: string, work: () => Promise<T>): Promise<T> | null;
}

export function createTurns({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Turns {
  const lines = new Map<string, { tail: Promise<unknown>; length: number }>();
  const queue: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < atOnce) running++;
    else await new Promise<void>((resolve) => queue.push(resolve));
  }
  /** Whoever waits longest takes the place over. */
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else running--;
  }

  return {
    run(source, work) {
      const line = lines.get(source) ?? { tail: Promise.resolve(), length: 0 };
      if (line.length > waiting) return null;
      lines.set(source, line);
      line.length++;
      const turn = line.tail.then(async () => {
        await enter();
        try {
          return await work();
        } finally {
          leave();
          if (--line.length === 0) lines.delete(source);
        }
      });
      // The next in line goes on whatever became of this one; who asked for it hears of it.
      line.tail = turn.catch(() => undefined);
      return turn;
    },
  };
}
