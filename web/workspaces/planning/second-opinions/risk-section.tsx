import { Alert, Button, Checkbox, Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import type { RiskFinding } from "#data/analyses/grade-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { RISK_STATUSES } from "#data/standards/protection-class.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { useView } from "../../../state/view-store.ts";
import { VerdictSign } from "../verdict-mark.tsx";
import { contoursOf, numberColumns, RISK_UNITS, riskText } from "./contour-values.ts";
import { FileButton } from "./file-button.tsx";
import { proposalArea } from "./proposal-area.ts";
import { readAreasFile } from "./read-areas.ts";
import { chooseColumn, forgetContours, takeContours, useRisk, useRiskImport } from "./risk-state.ts";
import styles from "./second.module.css";

/** Risk contours of a report against the limits for each protection target. */
export function RiskSection() {
  const words = useWords(SECOND_WORDS);
  const { areas, fileName, problem } = useRiskImport();
  return (
    <>
      <section className={styles.section} aria-label={words.risk.file}>
        <p className={styles.soft}>{words.risk.hint}</p>
        <div className={styles.row}>
          <FileButton
            label={words.file.choose}
            onFile={(file) => void readAreasFile(file).then((read) => takeContours(file.name, read))}
          />
          {areas.length > 0 && (
            <>
              <span>{words.file.loaded(fileName, areas.length)}</span>
              <Button size="small" type="link" onClick={forgetContours}>
                {words.file.forget}
              </Button>
            </>
          )}
        </div>
        {problem && <Alert type="error" showIcon title={`${fileName}: ${words.problems[problem]}`} />}
        {areas.length > 0 && <Choices />}
      </section>
      <RiskResult />
    </>
  );
}

function Choices() {
  const words = useWords(SECOND_WORDS).risk;
  const { areas, column, unit, status, ownSite } = useRiskImport();
  const hasSite = useView((view) => proposalArea(view.planning.draft) !== null);
  const columns = useMemo(() => numberColumns(areas), [areas]);
  const unreadable = column === null ? [] : contoursOf(areas, column, unit).unreadable;
  return (
    <>
      <div className={styles.form}>
        <span>{words.column}</span>
        <Select
          size="small"
          aria-label={words.column}
          value={column}
          options={columns.map((value) => ({ value, label: value }))}
          onChange={chooseColumn}
        />
        <span>{words.unit}</span>
        <Select
          size="small"
          aria-label={words.unit}
          value={unit}
          options={RISK_UNITS.map((value) => ({ value, label: words.units[value] }))}
          onChange={(next) => useRiskImport.setState({ unit: next })}
        />
        <span>{words.status}</span>
        <Segmented
          size="small"
          aria-label={words.status}
          value={status}
          options={RISK_STATUSES.map((value) => ({ value, label: words.statuses[value] }))}
          onChange={(next) => useRiskImport.setState({ status: next })}
        />
      </div>
      {hasSite && (
        <Checkbox checked={ownSite} onChange={({ target }) => useRiskImport.setState({ ownSite: target.checked })}>
          {words.ownSite}
        </Checkbox>
      )}
      {unreadable.length > 0 && <p className={styles.warn}>{words.unreadable(unreadable.join("、"))}</p>}
    </>
  );
}

const PAGE = 80;

function RiskResult() {
  const all = useWords(SECOND_WORDS);
  const words = all.risk;
  const { answer, refusal, pending } = useRisk();
  const [listed, setListed] = useState(PAGE);
  if (refusal)
    return (
      <Alert
        type="error"
        banner
        title={all.refused}
        description={[refusal.field, refusal.reason, refusal.allowed].filter(Boolean).join(" · ")}
      />
    );
  if (!answer) return <output className={styles.notice}>{pending ? all.pending : words.waiting}</output>;
  const { counts, openClasses, own } = answer.summary;
  const { unacceptable, "cannot-tell": open, acceptable } = counts;
  const tone = unacceptable.places > 0 ? "bad" : open.places > 0 ? "unsure" : "good";
  return (
    <>
      <div className={styles.banner} data-tone={tone} role="status" aria-busy={pending}>
        <strong>{words.counts(unacceptable.places, open.places, acceptable.places)}</strong>
        {unacceptable.places > 0 && (
          <p>
            {words.verdicts.unacceptable}: {words.people(unacceptable.people, unacceptable.unknownPeople)}
          </p>
        )}
        {own > 0 && <p>{words.own(own)}</p>}
        {openClasses.length > 0 && (
          <p>{words.openClasses(openClasses.map((each) => words.classes[each]).join("、"))}</p>
        )}
        <p>{words.clause}</p>
      </div>
      {answer.findings.length === 0 ? (
        <p className={styles.notice}>{words.none}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {(["verdict", "target", "classes", "limit", "risk"] as const).map((id) => (
                <th key={id} scope="col">
                  {words.columns[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.findings.slice(0, listed).map((finding) => (
              <RiskRow key={`${finding.layer} ${finding.id}`} finding={finding} />
            ))}
          </tbody>
        </table>
      )}
      {answer.findings.length > listed && (
        <Button type="link" size="small" onClick={() => setListed(listed + PAGE)}>
          {words.more(Math.min(PAGE, answer.findings.length - listed))}
        </Button>
      )}
    </>
  );
}

/** Near enough to see a house. */
const ZOOM = 17;
const SIGNS = { unacceptable: "too-near", "cannot-tell": "cannot-tell", acceptable: "clear" } as const;

function RiskRow({ finding }: { finding: RiskFinding }) {
  const words = useWords(SECOND_WORDS).risk;
  const title = useTitle();
  const { layer, name, code, classes, limitPerYear, riskPerYear, verdict, reasons, position } = finding;
  const { least, most } = limitPerYear;
  return (
    <tr>
      <td className={styles.verdict}>
        <VerdictSign verdict={SIGNS[verdict]} /> {words.verdicts[verdict]}
      </td>
      <td>
        <button type="button" className={styles.place} onClick={() => goToPlace(position, ZOOM)}>
          {name || code}
        </button>
        <small>{[title(getLayer(layer).title), ...reasons.map((reason) => words.reasons[reason])].join(" · ")}</small>
      </td>
      <td>{classes.map((each) => words.classes[each]).join(" / ")}</td>
      <td className={styles.number}>{least === most ? riskText(least) : `${riskText(least)} – ${riskText(most)}`}</td>
      <td className={styles.number}>
        {riskPerYear.below === null
          ? `≥ ${riskText(riskPerYear.atLeast)}`
          : `${riskText(riskPerYear.atLeast)} – ${riskText(riskPerYear.below)}`}
      </td>
    </tr>
  );
}
