import type { ReactNode } from "react";
import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_ACCESS_WORDS } from "../../messages/screen-access.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { Boundary } from "./boundary.tsx";
import styles from "./kiosk.module.css";
import { PanelFrame } from "./panel-frame.tsx";

const AGAIN_MS = 60_000;

/** A panel that fails says so in its own place; the wall stands. */
export function PanelBoundary({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Boundary fallback={<FailedPanel id={id} />} againMs={AGAIN_MS}>
      {children}
    </Boundary>
  );
}

function FailedPanel({ id }: { id: string }) {
  const words = useWords(SCREEN_ACCESS_WORDS);
  const title = useTitle();
  const panel = PANELS.find((each) => each.id === id);
  return (
    <PanelFrame title={panel ? title(panel.title) : id} footer={null}>
      <p role="alert">{words.failedPanel}</p>
    </PanelFrame>
  );
}

/** What draws on the map has no place of its own to say so. */
export function OverlayBoundary({ children }: { children: ReactNode }) {
  return (
    <Boundary fallback={<FailedOverlay />} againMs={AGAIN_MS}>
      {children}
    </Boundary>
  );
}

function FailedOverlay() {
  const words = useWords(SCREEN_ACCESS_WORDS);
  return (
    <p role="alert" className={styles.failedOverlay}>
      {words.failedOverlay}
    </p>
  );
}
