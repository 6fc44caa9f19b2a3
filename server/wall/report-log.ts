import type { Log } from "../http/log.ts";
import type { ScreenReport } from "./wall.ts";

const LINE_EVERY_MS = 60_000;

/**
 * Writes down how screens fare, so that weeks can be read afterwards: a line a screen and minute at most, and one at once when something
 * has gone wrong on it since the last.
 *
 * @param now - milliseconds of any clock.
 */
export function reportLog(log: Pick<Log, "info">, now = () => performance.now()) {
  const written = new Map<string, { readonly at: number; readonly troubles: number }>();
  return {
    note(screen: string, report: ScreenReport): void {
      const troubles = report.errors + report.contextLosses;
      const last = written.get(screen);
      if (last && troubles <= last.troubles && now() - last.at < LINE_EVERY_MS) return;
      written.set(screen, { at: now(), troubles });
      const { scene, version, medianFrameMs, worstFrameMs, heapMb, contextLosses, errors } = report;
      log.info({ screen, scene, version, medianFrameMs, worstFrameMs, heapMb, contextLosses, errors }, "screen");
    },
    forget(screen: string): void {
      written.delete(screen);
    },
  };
}
