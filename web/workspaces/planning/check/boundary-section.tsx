import {
  AimOutlined,
  BorderOutlined,
  DeleteOutlined,
  DragOutlined,
  EnvironmentOutlined,
  ImportOutlined,
  LineOutlined,
  SelectOutlined,
  StarOutlined,
} from "@ant-design/icons";
import { Button, Input, InputNumber, Select, Space, Tooltip } from "antd";
import { useId, useState } from "react";
import { geodesicAreaM2, geodesicLengthM } from "#data/geodesy/geodesic.ts";
import type { DrawMode } from "../../../map/picture.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useWords } from "../../../messages/words.ts";
import type { Outline, ProposalDraft } from "../../../state/proposal-draft.ts";
import { useSurface } from "../../../state/surface.ts";
import { isHazardKind } from "../../../state/use-fields.ts";
import { metres, squareMetres } from "../../../ui/quantities.ts";
import styles from "./check.module.css";
import { PasteDialog } from "./paste-dialog.tsx";
import { ShiftForm } from "./shift-form.tsx";
import { goToOutline, isEditable, useBoundary } from "./use-boundary.ts";
import { changeDraft } from "./variants.ts";

const SHAPES: readonly (readonly [DrawMode, React.ReactNode])[] = [
  ["polygon", <StarOutlined key="polygon" />],
  ["box", <BorderOutlined key="box" />],
  ["line", <LineOutlined key="line" />],
  ["point", <EnvironmentOutlined key="point" />],
];

/** Where the proposal lies: drawn, picked or imported, and moved by hand or by metres. */
export function BoundarySection({ draft }: { draft: ProposalDraft }) {
  const words = useWords(PLANNING_WORDS).check;
  const hasMap = useSurface((surface) => surface.map !== null);
  const { action, choose } = useBoundary();
  const [isPasting, setPasting] = useState(false);
  const { geometry } = draft;
  const toggle = (next: NonNullable<typeof action>) => choose(action === next ? null : next);
  const hint =
    action === null ? null : action === "pick" ? words.picking : action === "edit" ? words.editing : words.drawing;
  return (
    <section className={styles.section} aria-label={words.boundary}>
      <div className={styles.row}>
        <Space.Compact>
          {SHAPES.map(([mode, icon]) => (
            <Tooltip key={mode} title={`${words.draw} ${words.shapes[mode]}`}>
              <Button
                size="small"
                icon={icon}
                type={action === mode ? "primary" : "default"}
                aria-label={`${words.draw} ${words.shapes[mode]}`}
                aria-pressed={action === mode}
                disabled={!hasMap}
                onClick={() => toggle(mode)}
              />
            </Tooltip>
          ))}
        </Space.Compact>
        <Button
          size="small"
          icon={<SelectOutlined />}
          type={action === "pick" ? "primary" : "default"}
          aria-pressed={action === "pick"}
          disabled={!hasMap}
          onClick={() => toggle("pick")}
        >
          {words.pick}
        </Button>
        <Button size="small" icon={<ImportOutlined />} onClick={() => setPasting(true)}>
          {words.paste}
        </Button>
        {geometry && (
          <>
            <Button
              size="small"
              icon={<DragOutlined />}
              type={action === "edit" ? "primary" : "default"}
              aria-pressed={action === "edit"}
              disabled={!hasMap || !isEditable(geometry)}
              title={isEditable(geometry) ? words.edit : words.notEditable}
              onClick={() => toggle("edit")}
            >
              {words.edit}
            </Button>
            <Tooltip title={words.goThere}>
              <Button
                size="small"
                type="text"
                icon={<AimOutlined />}
                aria-label={words.goThere}
                onClick={() => goToOutline(geometry)}
              />
            </Tooltip>
            <Tooltip title={words.remove}>
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={words.remove}
                onClick={() => changeDraft({ geometry: null })}
              />
            </Tooltip>
          </>
        )}
      </div>
      {hint && <p className={styles.live}>{hint}</p>}
      <p className={styles.soft}>{geometry ? <Size outline={geometry} /> : words.noBoundary}</p>
      {geometry && <ShiftForm outline={geometry} />}
      <Facts draft={draft} />
      {isPasting && <PasteDialog onClose={() => setPasting(false)} />}
    </section>
  );
}

function Size({ outline }: { outline: Outline }) {
  const words = useWords(PLANNING_WORDS).check;
  const shape = outline as Parameters<typeof geodesicAreaM2>[0];
  if (outline.type === "Point") return words.pointSize;
  if (outline.type === "LineString") return words.lineSize(metres(geodesicLengthM(shape)));
  return words.size(squareMetres(geodesicAreaM2(shape)), metres(geodesicLengthM(shape)));
}

/** Name, what the boundary is of, and how well it is known. */
function Facts({ draft }: { draft: ProposalDraft }) {
  const words = useWords(PLANNING_WORDS).check;
  const id = useId();
  return (
    <div className={styles.form} style={{ marginTop: 8 }}>
      <label htmlFor={`${id}name`}>{words.name}</label>
      <Input
        id={`${id}name`}
        size="small"
        maxLength={200}
        placeholder={words.unnamed}
        value={draft.name}
        onChange={({ target }) => changeDraft({ name: target.value })}
      />
      <label htmlFor={`${id}error`} title={words.positionErrorHint}>
        {words.positionError}
      </label>
      <InputNumber
        id={`${id}error`}
        size="small"
        min={0}
        max={1_000}
        step={0.05}
        suffix="m"
        title={words.positionErrorHint}
        value={draft.positionErrorM}
        onChange={(value) => changeDraft({ positionErrorM: value ?? 0 })}
        style={{ width: "100%" }}
      />
      {isHazardKind(draft.kind) && (
        <>
          <label htmlFor={`${id}outline`} title={words.outlineHint}>
            {words.outlineOf}
          </label>
          <Select
            id={`${id}outline`}
            size="small"
            className={styles.full}
            value={draft.outline}
            options={(["unit", "plant-boundary"] as const).map((value) => ({ value, label: words.outlines[value] }))}
            onChange={(outline) => changeDraft({ outline })}
          />
        </>
      )}
    </div>
  );
}
