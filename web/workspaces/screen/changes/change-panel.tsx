import { getLayer } from "#data/layers/index.ts";
import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_CHANGE_WORDS } from "../../../messages/screen-changes.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { Swatch } from "../../../ui/swatch.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { useLastGood } from "../last-good.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import { ACTIONS, useChanges } from "./use-changes.ts";

/** Title and frame, the head of the table, two lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 2 * 1.3;

export const CHANGE_PANEL_LEAST_EM = FRAME_EM + 4 * LINE_EM;

/** The newest few are named under the counts. */
const MOST_NAMED = 12;

/** What has become otherwise in the ledgers today, ledger by ledger, and the last few by name. */
export function ChangePanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_CHANGE_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const connected = useLedgers((state) => state.connected);
  const { changes, lastGoodAt, today } = useChanges({}, MOST_NAMED);
  const lastGood = useLastGood([], lastGoodAt);
  const number = (value: number) => formatNumber(value, language);
  const ledgers = changes?.layers ?? [];
  const latest = changes?.changes ?? [];
  const room = heightEm - FRAME_EM;
  const listed = linesThatFit(room, ledgers.length);
  const named = ledgers.length > listed ? 0 : Math.floor(room / LINE_EM) - ledgers.length;
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "changes")!.title)}
      isStale={!connected || lastGoodAt !== null}
      lastGood={lastGood}
      footer={
        <>
          <span>{words.since(today)}</span>
          <span>{words.counted}</span>
        </>
      }
    >
      {ledgers.length > 0 && (
        <table className={lists.table}>
          <ColumnHeads columns={words.columns} />
          <tbody>
            {ledgers.slice(0, listed).map(({ layer, ...counts }) => (
              <tr key={layer}>
                <th scope="row">
                  <Swatch layer={getLayer(layer)} size={24} />
                  {title(getLayer(layer).title)}
                </th>
                {ACTIONS.map((action) => (
                  <td key={action}>
                    <FigureButton panel="changes" figure={`${layer}-${action}`}>
                      {number(counts[action])}
                    </FigureButton>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ledgers.length > listed && <p className={lists.note}>{words.moreLedgers(number(ledgers.length - listed))}</p>}
      {changes && ledgers.length === 0 && <p className={lists.note}>{words.none}</p>}
      <ol className={lists.list}>
        {latest.slice(0, Math.max(0, named)).map(({ id, name, code, action, at }) => (
          <li key={id}>
            <span>{new Date(at).toTimeString().slice(0, 5)}</span>
            <span>{name || code}</span>
            <b>{words.actions[action]}</b>
          </li>
        ))}
      </ol>
    </PanelFrame>
  );
}
