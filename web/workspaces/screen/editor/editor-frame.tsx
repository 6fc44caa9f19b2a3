import { lazy, type ReactNode, Suspense } from "react";
import { ReservedWidthPx } from "../use-screen-size.ts";
import styles from "./editor-frame.module.css";

/** Forms weigh more than a wall that is never edited should carry. */
const EditorDrawer = lazy(async () => ({ default: (await import("./editor-drawer.tsx")).EditorDrawer }));

/** Of the drawer, in type for a desk whatever the screen. */
const DRAWER_PX = 400;

/** A screen with the drawer beside it in which its scene is made. */
export function EditorFrame({ children }: { children: ReactNode }) {
  return (
    <ReservedWidthPx value={DRAWER_PX}>
      <div className={styles.frame}>
        <div className={styles.stage}>{children}</div>
        <div style={{ width: DRAWER_PX }} className={styles.drawer}>
          <Suspense>
            <EditorDrawer />
          </Suspense>
        </div>
      </div>
    </ReservedWidthPx>
  );
}
