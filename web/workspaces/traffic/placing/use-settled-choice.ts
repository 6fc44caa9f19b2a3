import { useMemo } from "react";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import type { QueueRow } from "./queue-rows.ts";
import { type SettledChoice, settledChoice } from "./settled-choice.ts";
import { NO_DRAFT, useSettling } from "./settling.ts";

const OPEN: SettledChoice = { kind: "open" };

/** What is chosen for the open accident, followed to its place while it is typed. */
export function useSettledChoice(opened: QueueRow | null): SettledChoice {
  const words = useWords(PLACING_WORDS);
  const roads = useLedgers(({ layers }) => layers.find(({ definition }) => definition.id === "roads")?.snapshot);
  const { choice, typed } = useSettling(({ drafts }) => (opened && drafts[opened.id]) || NO_DRAFT);
  const [lon, lat] = opened?.position ?? [null, null];
  return useMemo(
    () =>
      choice === null || !roads || lon === null
        ? OPEN
        : settledChoice(choice, typed, routeNetworkOf(roads), [lon, lat], words),
    [choice, typed, roads, lon, lat, words],
  );
}
