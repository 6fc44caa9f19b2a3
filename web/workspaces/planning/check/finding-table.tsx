import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import type { SpacingFinding, SpacingObject } from "#data/analyses/spacing-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { useSurface } from "../../../state/surface.ts";
import { Swatch } from "../../../ui/swatch.tsx";
import { VerdictMark } from "../verdict-mark.tsx";
import { exactMetres, requiredText } from "./exact-metres.ts";
import { FindingRules } from "./finding-rules.tsx";
import { usePicked } from "./picked.ts";
import styles from "./result.module.css";
import { keyOf } from "./use-check-picture.ts";

/** Every neighbour with the rule that decides; a row opens to all rules that apply. */
export function FindingTable({ findings }: { findings: readonly SpacingFinding[] }) {
  const words = useWords(PLANNING_WORDS).result;
  const { columns } = words;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{columns.verdict}</th>
          <th scope="col">{columns.neighbour}</th>
          <th scope="col">{columns.clause}</th>
          <th scope="col" className={styles.number}>
            {columns.required}
          </th>
          <th scope="col" className={styles.number}>
            {columns.measured}
          </th>
          <th scope="col" className={styles.number}>
            {columns.margin}
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow key={keyOf(finding)} finding={finding} />
        ))}
      </tbody>
    </table>
  );
}

/** The side of a pair that is not the proposal. */
export const neighbourOf = ({ hazard, target }: SpacingFinding): SpacingObject =>
  hazard.id === null ? target : hazard;

function FindingRow({ finding }: { finding: SpacingFinding }) {
  const words = useWords(PLANNING_WORDS).result;
  const language = useLanguage();
  const title = useTitle();
  const key = keyOf(finding);
  const isOpen = usePicked((picked) => picked.key === key);
  const neighbour = neighbourOf(finding);
  const layer = neighbour.layer === null ? null : getLayer(neighbour.layer);
  const [rule] = finding.rules;
  const name = neighbour.name || neighbour.code || (layer ? title(layer.title) : words.own);
  if (!rule) return null;
  const marginM = rule.measuredM - rule.requiredAtMostM;
  const pick = () => {
    usePicked.setState({ key: isOpen ? null : key });
    if (!isOpen) goToLine(finding);
  };
  return (
    <>
      <tr className={styles.finding} data-verdict={finding.verdict}>
        <td>
          <VerdictMark verdict={finding.verdict} />
        </td>
        <th scope="row">
          <button
            type="button"
            className={styles.name}
            aria-expanded={isOpen}
            aria-label={isOpen ? words.collapse(name) : words.expand(name)}
            onClick={pick}
          >
            {isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
            {layer && <Swatch layer={layer} size={14} />}
            <span title={`${layer ? title(layer.title) : ""} ${neighbour.code} ${name}`}>{name}</span>
          </button>
        </th>
        <td>
          <span className={styles.standard}>{rule.standard}</span> {rule.clause}
        </td>
        <td className={styles.number}>{requiredText(rule)}</td>
        <td className={styles.number}>{exactMetres(rule.measuredM)}</td>
        <td className={styles.number}>
          {marginM < 0 ? <b>−{exactMetres(Math.max(rule.shortfallM, -marginM))}</b> : `+${exactMetres(marginM)}`}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={6} className={styles.opened} lang={language === "zh" ? "zh-CN" : "en"}>
            <FindingRules finding={finding} neighbour={name} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Around so short a way the map goes nearer than `fit` does, so that its length can be read. */
const NEAR_DEG = 0.001;
const NEAR_ZOOM = 18.5;

/** Both ends of the shortest way, with what is around them. */
function goToLine({ line: [from, to] }: SpacingFinding): void {
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  if (Math.max(east - west, north - south) < NEAR_DEG) goToPlace([(west + east) / 2, (south + north) / 2], NEAR_ZOOM);
  else useSurface.getState().map?.fit([west, south, east, north], 140);
}
