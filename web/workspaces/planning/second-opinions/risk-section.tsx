import { Alert, Button, Checkbox, Segmented, Select } from "antd";
import { useMemo } from "react";
import { RISK_STATUSES } from "#data/standards/protection-class.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { readKml } from "../check/read-kml.ts";
import { contoursOf, numberColumns, RISK_UNITS, riskText } from "./contour-values.ts";
import { FileButton } from "./file-button.tsx";
import { goToAreas } from "./go-to-areas.ts";
import { proposalArea } from "./proposal-area.ts";
import { readAreasFile } from "./read-areas.ts";
import { RiskResult } from "./risk-result.tsx";
import { chooseColumn, forgetContours, takeContours, useRiskImport } from "./risk-state.ts";
import styles from "./second.module.css";
import { useJoined } from "./use-joined.ts";
import { ValuesByHand } from "./values-by-hand.tsx";

/** Risk contours of a report against the limits for each protection target. */
export function RiskSection() {
  const words = useWords(SECOND_WORDS);
  const { areas, fileName, problem } = useRiskImport();
  const take = async (file: File) => {
    const read = await readAreasFile(file, readKml);
    takeContours(file.name, read);
    if ("areas" in read) goToAreas(read.areas.map(({ geometry }) => geometry));
  };
  return (
    <>
      <section className={styles.section} aria-label={words.risk.file}>
        <p className={styles.soft}>{words.risk.hint}</p>
        <div className={styles.row}>
          <FileButton label={words.file.choose} onFile={(file) => void take(file)} />
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
  const joined = useJoined();
  const { areas, column, byHand, unit, status, ownSite } = useRiskImport();
  const hasSite = useView((view) => proposalArea(view.planning.draft) !== null);
  const columns = useMemo(() => numberColumns(areas), [areas]);
  const { contours, unreadable } = useMemo(
    () => (column === null ? { contours: [], unreadable: [] } : contoursOf(areas, column, unit)),
    [areas, column, unit],
  );
  return (
    <>
      {byHand && <ValuesByHand />}
      <div className={styles.form}>
        {!byHand && (
          <>
            <span>{words.column}</span>
            <Select
              size="small"
              aria-label={words.column}
              value={column}
              options={columns.map((value) => ({ value, label: value }))}
              onChange={chooseColumn}
            />
          </>
        )}
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
      {contours.length > 0 && (
        <p className={styles.soft}>
          {words.range(contours.length, riskText(contours[0]!.riskPerYear), riskText(contours.at(-1)!.riskPerYear))}
        </p>
      )}
      {hasSite && (
        <Checkbox checked={ownSite} onChange={({ target }) => useRiskImport.setState({ ownSite: target.checked })}>
          {words.ownSite}
        </Checkbox>
      )}
      {unreadable.length > 0 && <p className={styles.warn}>{words.unreadable(joined(unreadable))}</p>}
    </>
  );
}
