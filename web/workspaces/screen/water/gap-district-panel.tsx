import type { DistrictGaps, GapCounts } from "#data/analyses/coverage-gap-results.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_WATER_WORDS } from "../../../messages/screen-water.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { districtGapId, IN_NO_DISTRICT } from "../figures/water-gap-figures.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import { useRowCount } from "../use-row-count.ts";
import { DISTRICT_TARGETS, useWaterGaps } from "./gap-question.ts";

/** Title and frame, the head, and five lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 5 * 1.3;

export const GAP_DISTRICT_PANEL_LEAST_EM = FRAME_EM + 5 * LINE_EM;

const SQUARE_KILOMETRE_M2 = 1e6;

/** The districts by how much in them no usable water source reaches, the most first, and how much ground lies around it. */
export function GapDistrictPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_WATER_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const { answer, refusal, lastGoodAt } = useWaterGaps();
  const summary = answer?.summary;
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  const sources = useRowCount("water-sources");
  const hasWater = sources !== null && sources > 0;
  const districts = hasWater ? (summary?.districts ?? []) : [];
  const listed = linesThatFit(heightEm - FRAME_EM, districts.length);
  const elsewhere = summary?.elsewhere.reduce((sum, { outside }) => sum + outside, 0) ?? 0;
  return (
    <AnswerPanel
      id="water-gap-districts"
      layers={["water-sources", "districts"]}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={[
        words.byPosition,
        ...(elsewhere > 0 ? [{ figure: IN_NO_DISTRICT, text: words.elsewhere(number(elsewhere)) }] : []),
      ]}
    >
      {sources === 0 && <p className={lists.note}>{words.noWater}</p>}
      {hasWater && summary && districts.length === 0 && <p className={lists.note}>{words.noDistricts}</p>}
      {districts.length > 0 && (
        <table className={lists.table}>
          <ColumnHeads columns={words.districtColumns} />
          <tbody>
            {districts.slice(0, listed).map((district) => (
              <tr key={district.id}>
                <th scope="row">{district.name || district.code}</th>
                {DISTRICT_TARGETS.map((layer) => {
                  const outside = outsideOf(district, layer, summary?.layers ?? []);
                  return (
                    <td key={layer}>
                      {outside === null ? (
                        words.nothingToReach
                      ) : (
                        <FigureButton panel="water-gap-districts" figure={districtGapId(district.id, layer)}>
                          {number(outside)}
                        </FigureButton>
                      )}
                    </td>
                  );
                })}
                <td>{number(district.gapM2 / SQUARE_KILOMETRE_M2, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {districts.length > listed && <p className={lists.note}>{screen.more(districts.length - listed)}</p>}
    </AnswerPanel>
  );
}

/** `null` where the whole zone's ledger holds none: that is no zero. */
function outsideOf(district: DistrictGaps, layer: string, zone: readonly GapCounts[]): number | null {
  if (zone.find((each) => each.layer === layer)?.of === 0) return null;
  return district.layers.find((each) => each.layer === layer)?.outside ?? null;
}
