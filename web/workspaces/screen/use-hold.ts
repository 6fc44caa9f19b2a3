import { useEffect } from "react";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { hold, letGo } from "../../state/held.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { serverNow } from "../../state/wall.ts";

/** While a screen is frozen its figures stay those of that instant. One that is opened anew has none of before: it holds what it read first. */
export function useHold({ frozen }: ScreenState): void {
  const isReady = useLedgers(({ state }) => state === "ready");
  const isFrozen = frozen !== null;
  useEffect(() => {
    if (!isFrozen || !isReady) return;
    hold(serverNow());
    return letGo;
  }, [isFrozen, isReady]);
}
