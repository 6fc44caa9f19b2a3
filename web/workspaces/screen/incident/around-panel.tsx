import { getLayer } from "#data/layers/index.ts";
import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useResults } from "../../../state/results.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { Swatch } from "../../../ui/swatch.tsx";
import { INCIDENT_LAYERS, INCIDENT_RADII_M } from "../apply-scene.ts";
import { DataAge, useIsStale } from "../data-age.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { PEOPLE } from "../figures/ring-figures.ts";
import { useLastGood } from "../last-good.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import { usePlacelessText } from "./use-placeless-text.ts";

/** Title and frame, a head, two lines of people, and three lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 2 * 1.3 + 3 * 1.3;

/** On the flattest wall the last ledgers find no room, and the panel says so. */
export const AROUND_PANEL_LEAST_EM = FRAME_EM + 4 * LINE_EM;

/** Whose people the ledgers know. */
const WITH_PEOPLE = ["protection-targets", "houses"];

/** What lies around the alarm, by distance, and how many people at least. */
export function AroundPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_INCIDENT_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const placeless = usePlacelessText();
  const ledgers = useLedgers((state) => state.layers);
  const rings = useResults((results) => results.rings.answer?.summary.rings ?? null);
  const used = ledgers.filter(({ definition }) => INCIDENT_LAYERS.includes(definition.id));
  const number = (value: number) => formatNumber(value, language);
  const listed = linesThatFit(heightEm - FRAME_EM, INCIDENT_LAYERS.length);
  const outer = rings?.at(-1);
  const people = outer?.layers.filter(({ layer }) => WITH_PEOPLE.includes(layer)) ?? [];
  const known = people.reduce((sum, { totals }) => sum + (totals.people ?? 0), 0);
  const unknown = people.reduce((sum, { unknown: lacking }) => sum + (lacking.people ?? 0), 0);
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "incident-around")!.title)}
      footer={<DataAge ledgers={used} />}
      isStale={useIsStale(used)}
      lastGood={useLastGood(used)}
    >
      {placeless !== null ? (
        <p className={lists.note}>{placeless}</p>
      ) : (
        rings && (
          <>
            <table className={lists.table}>
              <thead>
                <tr>
                  <th scope="col">{words.within}</th>
                  {INCIDENT_RADII_M.map((radiusM) => (
                    <th key={radiusM} scope="col">
                      {radiusM} m
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {INCIDENT_LAYERS.slice(0, listed).map((id) => (
                  <tr key={id}>
                    <th scope="row">
                      <Swatch layer={getLayer(id)} size={24} />
                      {title(getLayer(id).title)}
                    </th>
                    {rings.map(({ radiusM, layers }) => (
                      <td key={radiusM}>
                        <FigureButton panel="incident-around" figure={`${radiusM}-${id}`}>
                          {number(layers.find(({ layer }) => layer === id)?.count ?? 0)}
                        </FigureButton>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {listed < INCIDENT_LAYERS.length && (
              <p className={lists.note}>{words.moreLedgers(INCIDENT_LAYERS.length - listed)}</p>
            )}
            <p className={lists.people}>
              <FigureButton panel="incident-around" figure={`${outer?.radiusM}-${PEOPLE}`}>
                {words.people(number(known), number(unknown))}
              </FigureButton>
            </p>
          </>
        )
      )}
    </PanelFrame>
  );
}
