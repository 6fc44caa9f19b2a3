import { DeleteOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { getLayer } from "#data/layers/index.ts";
import type { FeatureAnswer } from "../../api.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { changeSession, type EditSession, endEditing } from "../../state/editing.ts";
import { changeView } from "../../state/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import styles from "./edit.module.css";
import { EditSections } from "./edit-sections.tsx";
import { controlId } from "./field-row.tsx";
import { NewerVersionNote } from "./newer-version-note.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { ReviewDialog } from "./review-dialog.tsx";
import { removeRead, type SaveOutcome, saveSession } from "./save-session.ts";
import { sessionName } from "./session-name.ts";
import { useEditForm } from "./use-edit-form.ts";
import { useKeptDraft } from "./use-kept-draft.tsx";

type Step = "form" | "review" | "remove" | { readonly theirs: FeatureAnswer };

const close = () => changeView({ tool: null, detail: null });

/** The form of one feature, and the way from it into the record. */
export function EditPanel({ session }: { session: EditSession }) {
  const words = useWords(EDIT_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { message } = App.useApp();
  const [step, setStep] = useState<Step>("form");
  const [isBusy, setIsBusy] = useState(false);
  const definition = getLayer(session.layer);
  const form = useEditForm(definition, session);
  const { base } = session;
  const name = sessionName(session, language);
  const heading = useRef<HTMLDivElement>(null);
  useKeptDraft(session);
  // What was pressed to come here is gone.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const settle = (outcome: SaveOutcome) => {
    setIsBusy(false);
    switch (outcome.kind) {
      case "saved":
        endEditing();
        changeView({ tool: "detail", detail: { layer: session.layer, id: outcome.feature.id } });
        return void message.success(base ? words.saved : words.added);
      case "removed":
        endEditing();
        close();
        return void message.success(words.removed(name));
      case "stale":
        setStep(outcome.theirs ? { theirs: outcome.theirs } : "form");
        if (!outcome.theirs) void message.error(words.goneMeanwhile);
        return;
      case "refused":
        setStep("form");
        form.refuse(outcome.errors);
        return void message.error(`${words.failed}: ${outcome.detail}`);
    }
  };
  const isTouched = Object.keys(session.touched).length > 0 || session.geometry !== null;
  const send = (request: Promise<SaveOutcome>) => {
    setIsBusy(true);
    request.then(settle, (error: Error) => settle({ kind: "refused", detail: error.message, errors: [] }));
  };
  const review = () => {
    const wrong = form.ask();
    if (wrong === null) return setStep("review");
    const control = document.getElementById(controlId(wrong)) ?? document.getElementById(`${controlId(wrong)}-label`);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: "nearest" });
  };
  const [keptReason, setKeptReason] = useState<string | null>(null);
  const save = (reason: string | null) => {
    setKeptReason(reason);
    send(saveSession(session, form.changes, reason));
  };
  const keepMine = (theirs: FeatureAnswer) => {
    changeSession({ base: theirs });
    send(saveSession({ ...session, base: theirs }, form.changes, keptReason));
  };

  const discard = () => {
    endEditing();
    if (!base) close();
  };

  return (
    <Panel title={base ? words.titleChange : words.titleNew(title(definition.title))} onClose={close}>
      <div ref={heading} tabIndex={-1} className={styles.heading}>
        <Swatch layer={definition} size={26} />
        <div>
          <h3 className={styles.name}>{name}</h3>
          <div className={styles.soft}>{title(definition.title)}</div>
        </div>
      </div>
      {base && <NewerVersionNote layer={session.layer} base={base} onCompare={(theirs) => setStep({ theirs })} />}
      <EditSections definition={definition} session={session} form={form} />
      <footer className={styles.foot}>
        {base && (
          <Button danger type="text" icon={<DeleteOutlined aria-hidden />} onClick={() => setStep("remove")}>
            {words.remove}
          </Button>
        )}
        <span className={styles.spacer} />
        <Button onClick={discard}>{words.discard}</Button>
        <Button type="primary" disabled={base !== null && !isTouched} onClick={review}>
          {base && !isTouched
            ? words.nothingChanged
            : base && form.changeCount > 0
              ? words.saveCount(form.changeCount)
              : words.save}
        </Button>
      </footer>
      {step === "review" && (
        <ReviewDialog
          session={session}
          changes={form.changes}
          isBusy={isBusy}
          onSave={save}
          onBack={() => setStep("form")}
        />
      )}
      {step === "remove" && base && (
        <RemoveDialog
          name={name}
          isBusy={isBusy}
          onRemove={(reason) => send(removeRead(session.layer, base, reason))}
          onBack={() => setStep("form")}
        />
      )}
      {typeof step === "object" && base && (
        <ConflictDialog
          session={{ ...session, base }}
          theirs={step.theirs}
          fields={form.all}
          changes={form.changes}
          isBusy={isBusy}
          onTakeTheirs={endEditing}
          onKeepMine={() => keepMine(step.theirs)}
          onCancel={() => setStep("form")}
        />
      )}
    </Panel>
  );
}
