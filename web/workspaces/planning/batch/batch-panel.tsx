import { PlusOutlined } from "@ant-design/icons";
import { Button, Select, Tooltip } from "antd";
import { useEffect } from "react";
import { getLayer } from "#data/layers/index.ts";
import type { BatchWithRows } from "../../../api-batches.ts";
import { PAGE_WORDS } from "../../../messages/page.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { BATCH_WORDS } from "../../../messages/planning-batch.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { localMinute } from "../backlog/local-day.ts";
import styles from "./batch.module.css";
import { isRunning, rereadBatches, useBatch, useBatchList } from "./batch-queries.ts";
import { BatchResult } from "./batch-result.tsx";
import { BatchStart } from "./batch-start.tsx";
import { useOpenBatch } from "./open-batch.ts";
import { goToParcels } from "./use-batch-picture.ts";

/** A whole plan at once: a file of parcels, checked one by one on the server. */
export function BatchPanel() {
  const words = useWords(BATCH_WORDS);
  const planning = useWords(PLANNING_WORDS);
  const language = useLanguage();
  const draft = useView((view) => view.planning.draft);
  const { id } = useOpenBatch();
  const { data: batch } = useBatch(id);
  const { data: list = [] } = useBatchList();
  const isOver = batch !== undefined && !isRunning(batch);
  // Once for each batch, when all its parcels are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isOver) return;
    goToParcels(batch.rows);
    void rereadBatches();
  }, [batch?.id, isOver]);
  return (
    <PartFrame
      title={planning.parts.batch}
      footer={batch && <BatchFooter batch={batch} />}
      actions={
        id !== null && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => useOpenBatch.setState({ id: null })}>
            {words.newBatch}
          </Button>
        )
      }
    >
      {list.length > 0 && (
        <div className={styles.earlier}>
          <Select<string | null>
            size="small"
            aria-label={words.earlier}
            placeholder={words.earlier}
            value={id}
            options={list.map((each) => ({
              value: each.id,
              label: words.batchName(
                each.fileName,
                localMinute(each.createdAt),
                formatNumber(each.progress.of, language),
              ),
            }))}
            onChange={(chosen) => useOpenBatch.setState({ id: chosen })}
          />
        </div>
      )}
      {id === null ? draft && <BatchStart draft={draft} /> : batch && <BatchResult key={batch.id} batch={batch} />}
    </PartFrame>
  );
}

/** On what the answers stand. */
function BatchFooter({ batch: { demo, ruleEdition, facts, revisions, tookMs } }: { batch: BatchWithRows }) {
  const words = useWords(BATCH_WORDS);
  const page = useWords(PAGE_WORDS);
  const language = useLanguage();
  const title = useTitle();
  if (ruleEdition === null || facts === null) return null;
  return (
    <>
      {words.footer(ruleEdition, words.datums[facts.datum as keyof typeof words.datums] ?? facts.datum)} ·{" "}
      <Tooltip
        title={Object.entries(revisions).map(([layer, revision]) => (
          <div key={layer}>
            {title(getLayer(layer).title)} r{revision}
          </div>
        ))}
      >
        <button type="button" className={styles.revisions}>
          {words.revisions}
        </button>
      </Tooltip>
      {tookMs !== null && ` · ${words.took(formatNumber(tookMs / 1000, language, 1))}`}
      {demo && ` · ${page.demo}`}
    </>
  );
}
