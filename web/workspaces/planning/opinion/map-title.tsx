import type { Opinion } from "../../../api-opinions.ts";
import { OPINION_WORDS } from "../../../messages/planning-opinion.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatDms } from "../../../ui/dms.ts";
import paper from "../../../ui/paper.module.css";
import { formatNumber } from "../../../ui/quantities.ts";
import { neighbourName } from "./finding-text.ts";
import { localMinute } from "./local-minute.ts";
import { MapLegend } from "./map-legend.tsx";
import { LINE_SIGNS } from "./map-patterns.tsx";
import styles from "./opinion.module.css";
import type { SheetGrid } from "./sheet-grid.ts";
import { layersAt, SHEET_LAYERS } from "./sheet-kinds.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import type { SheetFeatures } from "./use-sheet-features.ts";

/** As many rows as the column holds; the table of the opinion has all. */
const MOST_ROWS = 16;

/** Right of the map: what it is, its scale, what was measured, legend, datum and dates. */
export function MapTitle(props: {
  opinion: Opinion;
  layout: SheetLayout;
  grid: SheetGrid;
  ground: readonly SheetFeatures[];
  state: "loading" | "failed" | "ready";
  titleOf: (layer: string) => string;
}) {
  const { opinion, layout, grid, ground, state, titleOf } = props;
  const all = useWords(OPINION_WORDS);
  const words = all.map;
  const verdicts = useWords(VERDICT_WORDS);
  const language = useLanguage();
  const { sheet, drawn, plane } = layout;
  const [lon, lat] = formatDms([...plane.center]).split(" ");
  const left = SHEET_LAYERS.filter((layer) => !layersAt(sheet.scale).includes(layer)).map(titleOf);
  const cut = ground.filter(({ isComplete }) => !isComplete).map(({ layer }) => titleOf(layer));
  const rows = drawn.slice(0, MOST_ROWS);
  return (
    <div className={styles.block}>
      <h2>{words.title}</h2>
      {opinion.demo && <p className={paper.demo}>{all.demo}</p>}
      <p className={styles.blockName}>{opinion.proposal.name}</p>
      <p>{opinion.number}</p>
      <p className={styles.scale}>{words.scale(formatNumber(sheet.scale, language))}</p>
      <p>
        <b>{verdicts.verdicts[opinion.verdict]}</b>
      </p>
      {rows.length > 0 && (
        <>
          <h3>{words.distances}</h3>
          <table className={styles.blockTable}>
            <tbody>
              {rows.map(({ number, finding }) => (
                <tr key={number}>
                  <td>
                    {number} {LINE_SIGNS[finding.verdict]}
                  </td>
                  <td>{neighbourName(finding)}</td>
                  <td className={paper.number}>{finding.distanceM.toFixed(2)} m</td>
                  <td className={paper.number}>
                    {finding.rules[0] && words.required(`${finding.rules[0].requiredM} m`)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {drawn.length > rows.length && <p>{words.more(drawn.length - rows.length)}</p>}
        </>
      )}
      <MapLegend ground={ground} drawn={drawn} />
      {state !== "ready" && <p role="status">{words[state]}</p>}
      {left.length > 0 && <p>{words.notDrawn(left.join(language === "zh" ? "、" : ", "))}</p>}
      {cut.length > 0 && <p>{words.cutOff(cut.join(language === "zh" ? "、" : ", "))}</p>}
      <h3>{words.data}</h3>
      <p>
        {ground
          .map(({ layer }) => {
            const state = opinion.layers.find((each) => each.layer === layer);
            return `${titleOf(layer)} ${state?.dataDate ?? all.unknown}${state ? ` r${state.revision}` : ""}`;
          })
          .join(language === "zh" ? "；" : "; ")}
      </p>
      <div className={styles.blockFoot}>
        <p>{words.datum}</p>
        <p>{words.projection(lon!, lat!)}</p>
        <p>{words.grid(`${grid.stepSeconds}″`)}</p>
        <p>
          {all.facts.edition} {opinion.rules.edition}
        </p>
        <p>
          {all.facts.by} {opinion.by} · {localMinute(opinion.at)}
        </p>
      </div>
    </div>
  );
}
