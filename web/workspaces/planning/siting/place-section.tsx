import { Button } from "antd";
import { SITING_WORDS } from "../../../messages/planning-siting.ts";
import { useWords } from "../../../messages/words.ts";
import { useSurface } from "../../../state/surface.ts";
import { formatPosition } from "../../../ui/quantities.ts";
import { Rule } from "../check/finding-rules.tsx";
import { neighbourOf } from "../check/finding-table.tsx";
import rules from "../check/result.module.css";
import { VerdictMark } from "../verdict-mark.tsx";
import { bindingFindings, tightestRule } from "./binding-findings.ts";
import styles from "./siting.module.css";
import { usePlace, useSitingQuestion } from "./siting-state.ts";

/** More than these nobody reads for one place; the check of a proposal lists all. */
const MOST_SHOWN = 8;

/** Which rule and which neighbour decide at the place that was clicked. */
export function PlaceSection() {
  const words = useWords(SITING_WORDS);
  const place = useSitingQuestion((question) => question.place);
  const { answer, refusal } = usePlace();
  const findings = answer ? bindingFindings(answer.findings).slice(0, MOST_SHOWN) : [];
  const askMiddle = () => {
    const camera = useSurface.getState().map?.camera;
    if (camera) useSitingQuestion.setState({ place: [camera.lon, camera.lat] });
  };
  return (
    <section className={styles.section} aria-label={words.place}>
      <h3>{words.place}</h3>
      <p className={styles.actions}>
        {place ? <span>{formatPosition(place)}</span> : <span className={styles.soft}>{words.placeHint}</span>}
        <Button size="small" onClick={askMiddle}>
          {words.middle}
        </Button>
        {place && (
          <Button size="small" type="text" onClick={() => useSitingQuestion.setState({ place: null })}>
            {words.leave}
          </Button>
        )}
      </p>
      {place && refusal && <p className={styles.soft}>{words.refused(refusal.reason)}</p>}
      {place && answer && (
        <div aria-live="polite">
          <VerdictMark verdict={answer.summary.verdict} isLong />{" "}
          <span className={styles.soft}>
            {findings.length === 0
              ? words.nothingNear
              : answer.summary.verdict === "clear"
                ? words.closest
                : words.binding}
          </span>
          {findings.map((finding) => {
            const rule = tightestRule(finding);
            const { layer, id, name } = neighbourOf(finding);
            return (
              rule && (
                <div key={`${layer}${id}${finding.hazard.id}`} className={styles.finding}>
                  <b>{name}</b>
                  <ol className={rules.rules}>
                    <Rule rule={rule} />
                  </ol>
                </div>
              )
            );
          })}
        </div>
      )}
    </section>
  );
}
