import { Alert, App, Button, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useWords } from "../../../messages/words.ts";
import { type BoundaryProblem, readBoundary } from "./read-boundary.ts";
import { readKml } from "./read-kml.ts";
import { goToOutline } from "./use-boundary.ts";
import { changeDraft } from "./variants.ts";

/** A boundary file is small; anything larger is a delivery. */
const MOST_BYTES = 2_000_000;

/** A boundary from text or a small file. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(PLANNING_WORDS).paste;
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<BoundaryProblem | null>(null);
  const take = (given: string) => {
    const read = readBoundary(given, readKml);
    if ("problem" in read) {
      setProblem(read.problem);
      return;
    }
    if (read.shapes > 1) void message.warning(words.ofSeveral(read.shapes));
    changeDraft((draft) => ({ ...draft, geometry: read.outline, name: draft.name || (read.name ?? "") }));
    goToOutline(read.outline);
    onClose();
  };
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) setProblem("not-read");
    else take(await file.text());
  };
  return (
    <Modal
      open
      title={words.title}
      okText={words.take}
      onOk={() => take(text)}
      onCancel={onClose}
      okButtonProps={{ disabled: text.trim() === "" }}
    >
      <p>{words.hint}</p>
      <Input.TextArea
        aria-label={words.label}
        rows={8}
        value={text}
        placeholder="POLYGON ((122.26 43.62, 122.261 43.62, 122.261 43.621, 122.26 43.62))"
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
      />
      <p>
        <Button onClick={() => input.current?.click()}>{words.file}</Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,.geojson,.kml,.wkt,.txt"
          aria-label={words.file}
          onChange={({ target }) => void takeFile(target.files?.[0])}
        />
      </p>
      {problem && <Alert type="error" showIcon title={words.problems[problem]} />}
    </Modal>
  );
}
