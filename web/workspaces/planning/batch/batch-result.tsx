import { CloseOutlined, DownloadOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useCallback, useMemo, useState } from "react";
import { type BatchWithRows, batchFileAddress, cancelBatch, type ParcelResult } from "../../../api-batches.ts";
import { BATCH_WORDS, type BatchProblemCode } from "../../../messages/planning-batch.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { type ProblemCode, REMARK_WORDS } from "../../../messages/remarks.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import filters from "../check/result.module.css";
import { VerdictSign } from "../verdict-mark.tsx";
import styles from "./batch.module.css";
import { isRunning, rereadBatches } from "./batch-queries.ts";
import { ParcelTable } from "./parcel-table.tsx";
import { byUrgency, OUTCOMES, type Outcome, outcomeOf } from "./parcels.ts";
import { goToParcels, useBatchPicture } from "./use-batch-picture.ts";

/** How far a batch is, and what came of its parcels so far: as a table, on the map, and as files. */
export function BatchResult({ batch }: { batch: BatchWithRows }) {
  const words = useWords(BATCH_WORDS);
  const language = useLanguage();
  const [opened, open] = useState<number | null>(null);
  const [hidden, setHidden] = useState<readonly Outcome[]>([]);
  const rows = useMemo(
    () => byUrgency(batch.rows.filter((row) => !hidden.includes(outcomeOf(row)))),
    [batch.rows, hidden],
  );
  useBatchPicture(rows, opened, open);
  const openRow = useCallback((row: ParcelResult) => {
    open(row.place);
    goToParcels([row]);
  }, []);
  const number = (value: number) => formatNumber(value, language);
  const { id, state, progress, counts, problem } = batch;
  const toggle = (outcome: Outcome) =>
    setHidden(hidden.includes(outcome) ? hidden.filter((each) => each !== outcome) : [...hidden, outcome]);
  return (
    <div className={styles.page}>
      <section className={styles.state}>
        <output>
          <b>{words.states[state]}</b> {progress.of > 0 && words.progress(number(progress.done), number(progress.of))}
        </output>
        {isRunning(batch) ? (
          <Button
            size="small"
            icon={<CloseOutlined />}
            onClick={() => void cancelBatch(id).finally(() => void rereadBatches())}
          >
            {words.cancel}
          </Button>
        ) : (
          batch.rows.length > 0 &&
          (["xlsx", "geojson"] as const).map((format) => (
            <Button key={format} size="small" icon={<DownloadOutlined />} href={batchFileAddress(id, format, language)}>
              {words.downloads[format]}
            </Button>
          ))
        )}
        {isRunning(batch) && (
          <Progress
            className={styles.bar!}
            size="small"
            percent={progress.of === 0 ? 0 : Math.round((100 * progress.done) / progress.of)}
          />
        )}
      </section>
      {problem && <FileProblem problem={problem} />}
      {batch.rows.length > 0 && (
        <>
          <Outcomes counts={counts} hidden={hidden} onToggle={toggle} />
          {rows.length > 0 ? (
            <ParcelTable rows={rows} opened={opened} onOpen={openRow} />
          ) : (
            <p className={styles.soft}>{words.none}</p>
          )}
        </>
      )}
    </div>
  );
}

function FileProblem({ problem: { code, detail } }: { problem: NonNullable<BatchWithRows["problem"]> }) {
  const words = useWords(BATCH_WORDS);
  const remarks = useWords(REMARK_WORDS);
  const known: string | undefined = words.problems[code as BatchProblemCode] ?? remarks.problems[code as ProblemCode];
  return (
    <p className={styles.failed} role="alert">
      <b>{words.failed}</b>
      <br />
      {known ?? remarks.otherProblem} <small>{detail}</small>
    </p>
  );
}

function Outcomes(props: {
  counts: BatchWithRows["counts"];
  hidden: readonly Outcome[];
  onToggle: (outcome: Outcome) => void;
}) {
  const { counts, hidden, onToggle } = props;
  const words = useWords(BATCH_WORDS);
  const { verdicts } = useWords(VERDICT_WORDS);
  const language = useLanguage();
  return (
    <fieldset className={filters.filters}>
      <legend className={filters.legend}>{words.showing}</legend>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={filters.filter}
          aria-pressed={!hidden.includes(outcome)}
          onClick={() => onToggle(outcome)}
        >
          {outcome !== "unchecked" && <VerdictSign verdict={outcome} />}
          {outcome === "unchecked" ? words.unchecked : verdicts[outcome]} {formatNumber(counts[outcome], language)}
        </button>
      ))}
    </fieldset>
  );
}
