import { EnvironmentOutlined } from "@ant-design/icons";
import { Button, Tag, Tooltip } from "antd";
import type { RuleOutcome, SpacingFinding } from "#data/analyses/spacing-results.ts";
import { classTitle, measureTitle } from "#data/standards/classes.ts";
import type { Reduction } from "#data/standards/rule.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { openListed } from "../../../state/listed-feature.ts";
import { useRules } from "../../../state/rules.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { VerdictMark } from "../verdict-mark.tsx";
import { useClaiming } from "./claiming.ts";
import { exactMetres, requiredText } from "./exact-metres.ts";
import { neighbourOf } from "./finding-table.tsx";
import { reasonText } from "./reason-text.ts";
import styles from "./result.module.css";

/** All rules that apply to a pair: what each asks, what was measured from where, and how sure it is. */
export function FindingRules({ finding, neighbour }: { finding: SpacingFinding; neighbour: string }) {
  const words = useWords(PLANNING_WORDS);
  const language = useLanguage();
  const reductions = useRules((rules) => rules.book.reductions);
  const { layer, id } = neighbourOf(finding);
  const reliefs = reductions.filter((relief) => finding.rules.some((rule) => isFor(relief, rule)));
  return (
    <>
      <p className={styles.context}>
        {finding.hazard.id === null ? words.result.ways["as-hazard"] : words.result.ways["as-target"]} ·{" "}
        {finding.people === null
          ? words.result.peopleUnknown
          : words.result.people(formatNumber(finding.people, language))}{" "}
        · {words.result.rulesApplied(finding.rules.length)}
      </p>
      <ol className={styles.rules}>
        {finding.rules.map((rule) => (
          <Rule key={`${rule.ruleId}${rule.targetClass}`} rule={rule} />
        ))}
      </ol>
      <p className={styles.actions}>
        {layer !== null && id !== null && (
          <Button size="small" icon={<EnvironmentOutlined />} onClick={() => openListed({ layer, id })}>
            {words.result.show}
          </Button>
        )}
        {reliefs.length > 0 && (
          <Button
            size="small"
            onClick={() =>
              useClaiming.setState({
                asked: { neighbour: layer !== null && id !== null ? { layer, id, name: neighbour } : null, reliefs },
              })
            }
          >
            {words.claims.add}
          </Button>
        )}
      </p>
    </>
  );
}

const isFor = ({ standard, hazards, targets }: Reduction, rule: RuleOutcome): boolean =>
  standard === rule.standard &&
  hazards.includes(rule.hazardClass) &&
  (targets === null || targets.includes(rule.targetClass));

export function Rule({ rule }: { rule: RuleOutcome }) {
  const words = useWords(PLANNING_WORDS).result;
  const verdicts = useWords(VERDICT_WORDS);
  const title = useTitle();
  // Where facts are not known, against the most that may be asked.
  const worstM = rule.requiredAtMostM - rule.measuredM;
  const full = useRules((rules) => rules.byId.get(rule.ruleId));
  return (
    <li>
      <div className={styles.ruleHead}>
        <VerdictMark verdict={rule.verdict} />
        <b>
          {rule.standard} {rule.clause}
        </b>
        <Sureness rule={rule} />
      </div>
      <div>
        {title(classTitle(rule.hazardClass))} → {title(classTitle(rule.targetClass))}
      </div>
      <div className={styles.numbers}>
        <span>
          {verdicts.strengths[rule.strength]} <b>{requiredText(rule)}</b>
        </span>
        <span>
          {words.columns.measured} <b>{exactMetres(rule.measuredM)}</b>
          {rule.uncertaintyM > 0 && ` ${words.uncertainty(exactMetres(rule.uncertaintyM))}`}
        </span>
        <span>
          {worstM > 0 ? words.short(exactMetres(worstM)) : words.spare(exactMetres(-worstM))}
          {rule.requiredM !== rule.requiredAtMostM && ` ${words.atWorst}`}
        </span>
      </div>
      {rule.unreducedM !== null && (
        <div className={styles.relief}>
          {words.unreduced(exactMetres(rule.unreducedM), exactMetres(rule.requiredAtMostM))}
        </div>
      )}
      {full && (
        <div className={styles.soft}>
          {verdicts.measured(title(measureTitle(full.measuredFrom)), title(measureTitle(full.measuredTo)))}
        </div>
      )}
      {rule.reasons.map((reason) => (
        <div key={JSON.stringify(reason)} className={styles.reason}>
          {reasonText(reason, verdicts)}
        </div>
      ))}
      {full?.note && <div className={styles.soft}>{title(full.note)}</div>}
    </li>
  );
}

/** How sure the number is, and what the site's expert said of it. */
export function Sureness({ rule }: { rule: Pick<RuleOutcome, "confidence" | "confirmed" | "overridden"> }) {
  const words = useWords(VERDICT_WORDS);
  const { confidence, confirmed, overridden } = rule;
  return (
    <>
      {overridden ? (
        <Tag color="purple">{words.overridden}</Tag>
      ) : confirmed ? (
        <Tag color="green">{words.confirmed}</Tag>
      ) : (
        <Tooltip title={words.confidenceHints[confidence]}>
          <Tag color={confidence === "uncertain" ? "warning" : confidence === "memory" ? "default" : "green"}>
            {words.confidences[confidence]}
          </Tag>
        </Tooltip>
      )}
    </>
  );
}
