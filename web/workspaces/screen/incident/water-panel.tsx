import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { findLedger, useLedgers } from "../../../state/ledgers.ts";
import { useResults } from "../../../state/results.ts";
import { metres } from "../../../ui/quantities.ts";
import { DataAge, useIsStale } from "../data-age.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { useLastGood } from "../last-good.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import styles from "./incident.module.css";
import { usePlacelessText } from "./use-placeless-text.ts";

/** Title and frame, and two lines of foot. */
const FRAME_EM = 2.6 + 2 * 1.3;

export const WATER_PANEL_LEAST_EM = FRAME_EM + 4 * LINE_EM;

/** The nearest fire-water sources, the broken ones among them named as such: nobody shall run to one of those. */
export function WaterPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_INCIDENT_WORDS);
  const title = useTitle();
  useLedgers((state) => state.layers);
  const findings = useResults((results) => results.rings.answer?.findings ?? null);
  const placeless = usePlacelessText();
  const ledger = findLedger("water-sources");
  const used = ledger ? [ledger] : [];
  const sources = findings?.filter(({ layer }) => layer === "water-sources") ?? [];
  const states = ledger?.definition.attributes.state;
  const stateOf = (grade: string | null) => {
    const value = states?.type === "code" ? states.values.find(({ code }) => code === grade) : undefined;
    return value ? title(value.title) : words.stateUnknown;
  };
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "incident-water")!.title)}
      footer={<DataAge ledgers={used} />}
      isStale={useIsStale(used)}
      lastGood={useLastGood(used)}
    >
      <ol className={`${lists.list} ${styles.sources}`}>
        {(placeless === null ? sources : [])
          .slice(0, linesThatFit(heightEm - FRAME_EM, sources.length))
          .map(({ id, code, name, grade, distanceM }) => (
            <li key={id} data-usable={grade === "ok"}>
              <span>
                <FigureButton panel="incident-water" figure={id}>
                  {name || code}
                </FigureButton>
              </span>
              <span>{stateOf(grade)}</span>
              <b>{metres(distanceM)}</b>
            </li>
          ))}
      </ol>
      {placeless !== null && <p className={lists.note}>{placeless}</p>}
      {placeless === null && findings && sources.length === 0 && <p className={lists.note}>{words.noWater}</p>}
    </PanelFrame>
  );
}
