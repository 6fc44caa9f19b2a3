import { SCREEN_ACCESS_WORDS } from "../../messages/screen-access.ts";
import { useWords } from "../../messages/words.ts";
import { sessionOf, useScreenAccess } from "../../state/screen-access.ts";
import { useWall } from "../../state/wall.ts";
import { AccessNotice } from "./access-notice.tsx";
import { Boundary } from "./boundary.tsx";
import styles from "./kiosk.module.css";
import { ScreenPage } from "./screen-page.tsx";
import { useKiosk } from "./use-kiosk.ts";
import { useWakeLock } from "./use-wake-lock.ts";

const AGAIN_MS = 30_000;

/** A screen once it is let in, and dark while it is not. */
export function ScreenEntrance() {
  const access = useScreenAccess();
  useKiosk(access.kind === "screen" || access.kind === "withdrawn");
  useWakeLock();
  if (access.kind === "asking" || access.kind === "withdrawn") return <AccessNotice access={access} />;
  return (
    <Boundary fallback={<Plain word="failedPage" />} againMs={AGAIN_MS}>
      <Allowed />
    </Boundary>
  );
}

/** A screen whose scenes are all gone has nothing that it may show. */
function Allowed() {
  const session = useScreenAccess(sessionOf);
  const isNoneLeft = useWall(({ scenes }) => session?.scenes?.every((id) => scenes.every((scene) => scene.id !== id)));
  return isNoneLeft ? <Plain word="noneLeft" /> : <ScreenPage />;
}

function Plain({ word }: { word: "failedPage" | "noneLeft" }) {
  const words = useWords(SCREEN_ACCESS_WORDS);
  return (
    <main className={styles.notice} role="alert">
      <p>{words[word]}</p>
    </main>
  );
}
