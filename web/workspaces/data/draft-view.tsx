import { ArrowLeftOutlined } from "@ant-design/icons";
import { App, Button, Popconfirm } from "antd";
import { useCallback, useMemo, useState } from "react";
import { getLayer } from "#data/layers/index.ts";
import { changeDraft, type DraftView as Draft, decideRows, type ImportReport, removeImport } from "../../api.ts";
import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { INTAKE_WORDS } from "../../messages/intake.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { changeView } from "../../state/view-store.ts";
import { CommitBar } from "./commit/commit-bar.tsx";
import { Conflict } from "./commit/conflict.tsx";
import { DownloadMenu } from "./commit/download-menu.tsx";
import styles from "./delivery.module.css";
import { DraftSettingsColumn } from "./draft-settings.tsx";
import { DraftStage } from "./draft-stage.tsx";
import { tellDraft, tellDraftGone } from "./intake-queries.ts";
import type { RowActions } from "./rows/rows-panel.tsx";
import { RowsPanel } from "./rows/rows-panel.tsx";
import { Trouble } from "./trouble.tsx";
import { useUploads } from "./upload/uploads.ts";

/** A file while it is looked at: how it is understood at the left, row by row what would come of it at the right. */
export function DraftView({ draft, onDone }: { draft: Draft; onDone: (report: ImportReport) => void }) {
  const words = useWords(INTAKE_WORDS);
  const title = useTitle();
  const { id } = draft;
  const [trouble, setTrouble] = useState<unknown>(null);
  const [conflict, setConflict] = useState<unknown>(null);
  const [isAsking, setAsking] = useState(false);
  /** One question at a time, so that answers come in the order of the clicks. */
  const ask = useCallback(async (question: () => Promise<Draft>) => {
    setAsking(true);
    setTrouble(null);
    try {
      tellDraft(await question());
      setConflict(null);
    } catch (problem) {
      setTrouble(problem);
    } finally {
      setAsking(false);
    }
  }, []);
  const actions = useMemo<RowActions>(
    () => ({
      change: (settings) => void ask(() => changeDraft(id, settings)),
      decide: (decisions) => void ask(async () => (await decideRows(id, decisions)).draft),
    }),
    [id, ask],
  );
  const isStale = draft.state === "judging" || draft.state === "cancelled";
  const disabled = isAsking || draft.state === "receiving" || draft.state === "judging";
  const layer = getLayer(draft.settings.layer);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={useWords(DATA_PAGE_WORDS).back}
          title={useWords(DATA_PAGE_WORDS).back}
          onClick={() => changeView({ draft: null })}
        />
        <div className={styles.titles}>
          <h2 title={draft.fileName}>{draft.fileName}</h2>
          <small>→ {title(layer.title)}</small>
        </div>
        {draft.preview && <DownloadMenu draft={draft} />}
        <Discard id={id} by={draft.createdBy} />
        {draft.preview && <CommitBar draft={draft} onDone={onDone} onConflict={setConflict} />}
      </header>
      {trouble !== null && <Trouble error={trouble} />}
      {conflict !== null && <Conflict problem={conflict} onCheckAgain={() => actions.change({})} />}
      <DraftStage draft={draft} onCheckAgain={() => actions.change({})} />
      {(draft.facts || draft.preview) && draft.state !== "receiving" && (
        <div className={styles.columns}>
          <aside className={styles.settings} aria-label={words.facts.title}>
            <DraftSettingsColumn draft={draft} disabled={disabled} onChange={actions.change} />
          </aside>
          {draft.preview && (
            <div className={styles.rows} data-stale={isStale}>
              <RowsPanel draft={draft} disabled={disabled || isStale} actions={actions} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Discard({ id, by }: { id: string; by: string }) {
  const words = useWords(DATA_PAGE_WORDS);
  const { message } = App.useApp();
  const discard = async () => {
    useUploads.getState().running.get(id)?.cancel();
    // Left before it goes: nobody may ask for it while it is being removed.
    changeView({ draft: null });
    try {
      await removeImport(id, by);
      tellDraftGone(id);
      void message.success(words.discarded);
    } catch {
      void message.error(words.refused);
    }
  };
  return (
    <Popconfirm
      title={words.discardAsk}
      description={words.discardHint}
      okText={words.yes}
      cancelText={words.no}
      onConfirm={discard}
    >
      <Button>{words.discard}</Button>
    </Popconfirm>
  );
}
