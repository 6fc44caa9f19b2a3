import { useCallback, useEffect, useState } from "react";
import type { CalendarUnit, DaySpan } from "./days.ts";
import { addUnits } from "./days.ts";
import { played, rewound } from "./time-window.ts";

/** Pictures a second. */
export const SPEEDS = [0.5, 1, 2, 4] as const;

/** A window that opens where there was none: wide enough to hold something, narrow enough to move. */
const FIRST_STEPS = 3;

export interface Playing {
  readonly playing: boolean;
  toggle(): void;
  stop(): void;
}

interface Given {
  readonly window: DaySpan | null;
  readonly domain: DaySpan;
  readonly unit: CalendarUnit;
  readonly speed: number;
  readonly loop: boolean;
  show(window: DaySpan): void;
}

/** Moves the window step by step until it reaches the bar's end. Only the window itself is kept elsewhere. */
export function usePlaying({ window, domain, unit, speed, loop, show }: Given): Playing {
  const [run, setRun] = useState<{ start: DaySpan; step: number } | null>(null);

  useEffect(() => {
    if (!run) return;
    let frame = 0;
    const timer = setTimeout(() => {
      // The next picture is asked for when the page can draw one, so that a slow machine plays slower, not behind.
      frame = requestAnimationFrame(() => {
        const next = { ...run, step: run.step + 1 };
        const shown = played(next.start, unit, next.step);
        if (shown.to <= domain.to) {
          show(shown);
          setRun(next);
        } else if (loop) {
          const start = rewound(run.start, domain);
          show(start);
          setRun({ start, step: 0 });
        } else setRun(null);
      });
    }, 1000 / speed);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [run, domain, unit, speed, loop, show]);

  const stop = useCallback(() => setRun(null), []);
  const toggle = () => {
    if (run) return setRun(null);
    const opened = window ?? { from: domain.from, to: addUnits(domain.from, unit, FIRST_STEPS) };
    const start = played(opened, unit, 1).to > domain.to ? rewound(opened, domain) : opened;
    show(start);
    setRun({ start, step: 0 });
  };
  return { playing: run !== null, toggle, stop };
}
