import { useMemo } from "react";
import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_HAZARD_WORDS } from "../../../messages/screen-hazards.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { DataAge, useIsStale } from "../data-age.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { useLastGood } from "../last-good.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import { substanceTotals } from "./substance-totals.ts";

/** Title and frame, the head, three lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 3 * 1.3;

export const SUBSTANCE_PANEL_LEAST_EM = FRAME_EM + 4 * LINE_EM;

/** What is held in the zone, by name as the ledger writes it, most tonnes first. */
export function SubstancePanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_HAZARD_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const ledgers = useLedgers((state) => state.layers);
  const used = ledgers.filter(({ definition }) => definition.id === "hazard-sources");
  const snapshot = used[0]?.snapshot;
  const { totals, unknown } = useMemo(
    () => (snapshot ? substanceTotals(snapshot) : { totals: [], unknown: 0 }),
    [snapshot],
  );
  const listed = linesThatFit(heightEm - FRAME_EM, totals.length);
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "hazard-substances")!.title)}
      isStale={useIsStale(used)}
      lastGood={useLastGood(used)}
      footer={
        <>
          <span>{words.designMaximum}</span>
          {unknown > 0 && <span>{words.noSubstances(number(unknown))}</span>}
          <DataAge ledgers={used} />
        </>
      }
    >
      {snapshot?.count === 0 && <p className={lists.note}>{screen.noData}</p>}
      <table className={lists.table}>
        <ColumnHeads columns={words.substanceColumns} />
        <tbody>
          {totals.slice(0, listed).map(({ name, tonnes, sources }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <FigureButton panel="hazard-substances" figure={name}>
                  {number(tonnes, tonnes < 100 ? 1 : 0)} t
                </FigureButton>
              </td>
              <td>
                <FigureButton panel="hazard-substances" figure={name}>
                  {number(sources)}
                </FigureButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {totals.length > listed && <p className={lists.note}>{screen.moreOf(number(totals.length - listed))}</p>}
    </PanelFrame>
  );
}
