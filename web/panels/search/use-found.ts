import { useEffect, useState } from "react";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { selectRows } from "../../state/selections.ts";
import { useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";
import { type Found, findGroups, prepareSearch } from "./find-groups.ts";

/** Between two letters of somebody who types fast. */
const PAUSE_MS = 120;

/** What was found, and for which text: it lags a moment behind what is typed. */
export interface Answer extends Found {
  readonly query: string;
}

/** @returns `null` while nothing is asked or the first answer is not there yet. */
export function useFound(query: string): Answer | null {
  const ledgers = useLedgers((state) => state.layers);
  const filters = useView((view) => view.filters);
  const time = useView((view) => view.time);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const asked = query.trim();
  useEffect(() => {
    if (asked === "") return setAnswer(null);
    const timer = setTimeout(() => {
      const camera = useSurface.getState().map?.camera;
      const shownRows = ({ definition, snapshot }: Ledger) => selectRows(definition, snapshot, { filters, time }).rows;
      setAnswer({ ...findGroups(asked, ledgers, camera ? [camera.lon, camera.lat] : null, shownRows), query: asked });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, ledgers, filters, time]);
  return answer;
}

/** Layer by layer, while nobody waits: as one piece it would be felt. */
export function prepareInPauses(): void {
  const waiting = [...useLedgers.getState().layers];
  const next = () => {
    const ledger = waiting.shift();
    if (!ledger) return;
    prepareSearch(ledger);
    requestIdleCallback(next);
  };
  requestIdleCallback(next);
}
