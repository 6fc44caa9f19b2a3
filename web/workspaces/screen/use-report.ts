import { useEffect } from "react";
import { ApiProblem } from "../../api.ts";
import { reportScreen } from "../../api-wall.ts";
import { useSurface } from "../../state/surface.ts";
import { takeFrameTimes } from "./frame-times.ts";
import { pageVersion } from "./page-version.ts";

/** Often enough for a console to see within a breath that a screen has followed. */
const REPORT_EVERY_MS = 10_000;

/** Two hundred screens that are told together answer one after another, or the last of them would hear the word late. */
const SPREAD_MS = 1_000;

const MEGABYTE = 2 ** 20;

/** What has gone wrong on this page since it was opened. */
const troubles = { errors: 0, contextLosses: 0 };
addEventListener("error", () => troubles.errors++);
addEventListener("unhandledrejection", () => troubles.errors++);
useSurface.subscribe(({ lost }, before) => {
  if (lost && !before.lost) troubles.contextLosses++;
});

/** Tells the server what stands here, so that the console knows that it does; soon after that changes. */
export function useReport(screenId: string | null, revision: number, scene: string): void {
  useEffect(() => {
    if (screenId === null) return;
    const report = () => {
      const frames = takeFrameTimes();
      reportScreen(screenId, {
        revision,
        scene,
        version: pageVersion(),
        widthPx: innerWidth,
        heightPx: innerHeight,
        medianFrameMs: frames?.medianMs ?? null,
        worstFrameMs: frames?.worstMs ?? null,
        heapMb: heapMb(),
        ...troubles,
      }).catch((error: unknown) => {
        // Without a server nobody listens; the next report comes by itself.
        if (!(error instanceof ApiProblem)) throw error;
      });
    };
    const first = setTimeout(report, Math.random() * SPREAD_MS);
    const timer = setInterval(report, REPORT_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [screenId, revision, scene]);
}

/** Only Chromium says. */
function heapMb(): number | null {
  const { memory } = performance as { memory?: { usedJSHeapSize: number } };
  return memory ? Math.round(memory.usedJSHeapSize / MEGABYTE) : null;
}
