import { useMemo } from "react";
import type { BufferFinding, BufferSummary } from "#data/analyses/results.ts";
import { getLayer } from "#data/layers/index.ts";
import { SCREEN_HAZARD_WORDS } from "../../../messages/screen-hazards.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { Swatch } from "../../../ui/swatch.tsx";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { PEOPLE, WITH_PEOPLE } from "../figures/ring-figures.ts";
import lists from "../lists.module.css";
import { majorSources } from "../major-sources.ts";
import { useAnswer } from "../use-answer.ts";
import { COUNTED, REACH_M } from "./surroundings-question.ts";

const LAYERS = ["hazard-sources", ...COUNTED];

/** Title and frame, the ledgers, two lines of people, five lines of foot. */
export const SURROUNDINGS_PANEL_LEAST_EM = 2.6 + COUNTED.length * 1.6 + 2 * 1.5 + 5 * 1.3;

/** What stands within 500 m of any major hazard source, each once. */
export function SurroundingsPanel() {
  const words = useWords(SCREEN_HAZARD_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const hazards = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === "hazard-sources")?.snapshot,
  );
  const ids = useMemo(() => (hazards ? majorSources(hazards) : []), [hazards]);
  const question = useMemo(
    () => ({ layer: "hazard-sources", ids, radiiM: [REACH_M], layers: COUNTED, limit: 0 }),
    [ids],
  );
  const { answer, refusal, lastGoodAt } = useAnswer<BufferFinding, BufferSummary>(
    "buffer",
    question,
    LAYERS,
    ids.length > 0,
  );
  const ring = answer?.summary.rings[0];
  const number = (value: number) => formatNumber(value, language);
  const people = ring?.layers.filter(({ layer }) => WITH_PEOPLE.includes(layer)) ?? [];
  const known = people.reduce((sum, { totals }) => sum + (totals.people ?? 0), 0);
  const unknown = people.reduce((sum, { unknown: lacking }) => sum + (lacking.people ?? 0), 0);
  return (
    <AnswerPanel
      id="hazard-surroundings"
      layers={LAYERS}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={[words.around(number(ids.length))]}
    >
      {ids.length === 0 && <p className={lists.note}>{words.noSources}</p>}
      {ring && (
        <>
          <table className={lists.table}>
            <tbody>
              {ring.layers.map(({ layer, count }) => (
                <tr key={layer}>
                  <th scope="row">
                    <Swatch layer={getLayer(layer)} size={24} />
                    {title(getLayer(layer).title)}
                  </th>
                  <td>
                    <FigureButton panel="hazard-surroundings" figure={layer}>
                      {number(count)}
                    </FigureButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={lists.people}>
            <FigureButton panel="hazard-surroundings" figure={PEOPLE}>
              {words.people(number(known), number(unknown))}
            </FigureButton>
          </p>
        </>
      )}
    </AnswerPanel>
  );
}
