import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { getLayer } from "#data/layers/index.ts";
import { type FeatureAnswer, fetchFeature } from "../../../api.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { HistoryView } from "../../../panels/detail/history-view.tsx";
import { answeredValue } from "../../../panels/edit/read-form.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { queries } from "../../../state/queries.ts";
import styles from "./card.module.css";
import type { QueueRow } from "./queue-rows.ts";
import { SettleForm } from "./settle-form.tsx";
import { dropDraft, NO_DRAFT, useSettling } from "./settling.ts";
import { TakeBackForm } from "./take-back-form.tsx";

/** The state that a person looks at and decides on stays the same until it is written: what others change is told, not slipped in. */
const keyOf = (id: string) => ["accident-as-opened", id];

/** Settling an accident, or what somebody settled with the way back. */
export function SettleAccident(props: {
  opened: QueueRow;
  rows: readonly QueueRow[];
  onOpen: (row: QueueRow | undefined) => void;
}) {
  const { opened, rows, onOpen } = props;
  const words = useWords(PLACING_WORDS);
  const [isAgain, setAgain] = useState(false);
  const draft = useSettling(({ drafts }) => drafts[opened.id] ?? NO_DRAFT);
  const revision = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === "accidents")?.snapshot.revision,
  );
  const { data: base, error } = useQuery(
    { queryKey: keyOf(opened.id), queryFn: () => fetchFeature("accidents", opened.id), gcTime: 0 },
    queries,
  );
  const rebase = (feature: FeatureAnswer) => void queries.setQueryData(keyOf(opened.id), feature);
  if (error)
    return (
      <p role="alert" className={styles.wrong}>
        {error.message}
      </p>
    );
  if (!base) return <p className={styles.soft}>{words.working}</p>;
  const isSettled = answeredValue(base, "placing") !== null;
  const isSettling = draft.choice !== null || isAgain || (!isSettled && opened.finding?.reason != null);
  return (
    <>
      {isSettling ? (
        <SettleForm
          opened={opened}
          base={base}
          rows={rows}
          onOpen={onOpen}
          onRebase={rebase}
          onDone={() => setAgain(false)}
        />
      ) : isSettled ? (
        <TakeBackForm base={base} code={opened.code} onRebase={rebase} />
      ) : null}
      <div className={styles.more}>
        {!isSettling && (
          <Button size="small" onClick={() => setAgain(true)}>
            {words.settleAgain}
          </Button>
        )}
        {isSettling && isSettled && (
          <Button
            size="small"
            onClick={() => {
              dropDraft(opened.id);
              setAgain(false);
            }}
          >
            {words.close}
          </Button>
        )}
      </div>
      <details className={styles.history} open={isSettled && !isSettling}>
        <summary>{words.history}</summary>
        <HistoryView
          layer={getLayer("accidents")}
          id={opened.id}
          revision={Math.max(revision ?? 0, base.properties.revision)}
        />
      </details>
    </>
  );
}
