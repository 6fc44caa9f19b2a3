import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { findLayer } from "#data/layers/index.ts";
import { classTitle } from "#data/standards/classes.ts";
import { OPINION_WORDS } from "../../../messages/planning-opinion.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import paper from "../../../ui/paper.module.css";
import { reasonText } from "../check/reason-text.ts";
import { centimetres, neighbourName, neighbourOf, requiredText, tidy } from "./finding-text.ts";
import { LINE_SIGNS } from "./map-patterns.tsx";
import styles from "./opinion.module.css";
import { numbered } from "./sheet-findings.ts";

/** As many clear neighbours as a reader goes through on paper; what is short or open is always listed. */
const MOST_CLEAR = 60;

/** Neighbour by neighbour, worst first, with every rule that applies to it. */
export function FindingRows({ findings }: { findings: readonly SpacingFinding[] }) {
  const words = useWords(OPINION_WORDS);
  const { columns } = words;
  if (findings.length === 0) return <p>{words.noFindings}</p>;
  const all = numbered(findings);
  const telling = all.filter(({ finding }) => finding.verdict !== "clear").length;
  const listed = all.slice(0, telling + MOST_CLEAR);
  return (
    <>
      <table className={paper.table} data-part="findings">
        <thead>
          <tr>
            {[
              columns.number,
              columns.neighbour,
              columns.clause,
              columns.required,
              columns.measured,
              columns.shortfall,
              columns.verdict,
            ].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {listed.map(({ number, finding }) => (
          <Finding key={number} number={number} finding={finding} />
        ))}
      </table>
      {listed.length < all.length && <p>{words.clearLeft(all.length - listed.length)}</p>}
    </>
  );
}

function Finding({ number, finding }: { number: number; finding: SpacingFinding }) {
  const words = useWords(OPINION_WORDS);
  const verdicts = useWords(VERDICT_WORDS);
  const title = useTitle();
  const neighbour = neighbourOf(finding);
  const layer = neighbour.layer === null ? undefined : findLayer(neighbour.layer);
  return (
    <tbody>
      {finding.rules.map((rule, i) => (
        <tr key={rule.ruleId} data-verdict={rule.verdict}>
          {i === 0 && (
            <>
              <td rowSpan={finding.rules.length} className={paper.number}>
                {number}
              </td>
              <td rowSpan={finding.rules.length}>
                {neighbourName(finding)}
                <br />
                <small>
                  {layer && title(layer.title)} {neighbour.code}
                </small>
              </td>
            </>
          )}
          <td>
            {rule.standard} {rule.clause}
            <small className={styles.reasons}>
              {title(classTitle(rule.hazardClass))} / {title(classTitle(rule.targetClass))}
            </small>
            {rule.reasons.length > 0 && (
              <small className={styles.reasons}>
                {[...new Set(rule.reasons.map((reason) => reasonText(reason, verdicts)))].join("；")}
              </small>
            )}
          </td>
          <td className={paper.number}>
            {requiredText(rule)}
            {rule.unreducedM !== null && <small> {words.claimed(tidy(rule.unreducedM))}</small>}
          </td>
          <td className={paper.number}>
            {centimetres(rule.measuredM)} ± {centimetres(rule.uncertaintyM)}
          </td>
          <td className={paper.number}>{rule.shortfallM > 0 ? centimetres(rule.shortfallM) : "—"}</td>
          <td>
            {LINE_SIGNS[rule.verdict]} {verdicts.marks[rule.verdict]}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
