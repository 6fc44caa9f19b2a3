import { AimOutlined, CloseOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useEffect, useState } from "react";
import { getLayer } from "#data/layers/index.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { drawShape } from "../../state/draw-shape.ts";
import { findRow } from "../../state/features.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { showOrigin } from "../../state/origin-extent.ts";
import { useSurface } from "../../state/surface.ts";
import { MOST_IDS, type RingOrigin, type Shape } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { formatPosition } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { useSelectedByLayer } from "../selection/use-selected-by-layer.ts";
import styles from "./rings.module.css";

const MODES = ["point", "line", "polygon"] as const;
type Mode = (typeof MODES)[number];

/** What the rings lie around, and the ways to say it. */
export function RingOriginField() {
  const words = useWords(RING_WORDS);
  const origin = useView((view) => view.origin);
  const [mode, setMode] = useState<Mode>("point");
  const isDrawing = useSurface((surface) => surface.drawing === "rings");
  useEffect(() => stopDrawing, []);
  const draw = (next: Mode) => {
    setMode(next);
    void drawOrigin(next);
  };
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{words.origin}</legend>
      {origin ? <OriginLine origin={origin} /> : <p className={styles.hint}>{words.clickMap}</p>}
      <div className={styles.buttons}>
        {MODES.map((each) => (
          <Button key={each} size="small" onClick={() => draw(each)}>
            {words.draw[each]}
          </Button>
        ))}
        <FromSelection />
      </div>
      {isDrawing && (
        <output className={styles.drawing}>
          <span>{words.drawHint[mode]}</span>
          <Button size="small" type="link" onClick={() => useSurface.getState().map?.cancelDrawing()}>
            {words.cancel}
          </Button>
        </output>
      )}
    </fieldset>
  );
}

/** Closing the panel ends its drawing. */
function stopDrawing(): void {
  const { drawing, map } = useSurface.getState();
  if (drawing === "rings") map?.cancelDrawing();
}

async function drawOrigin(mode: Mode): Promise<void> {
  const shape = await drawShape(mode, "rings");
  if (shape) changeView({ origin: { kind: "shape", shape: shape as Shape } });
}

function OriginLine({ origin }: { origin: RingOrigin }) {
  const words = useWords(RING_WORDS);
  return (
    <div className={styles.origin}>
      {origin.kind === "shape" ? <ShapeName shape={origin.shape} /> : <FeatureNames origin={origin} />}
      <Button
        size="small"
        type="text"
        icon={<AimOutlined aria-hidden />}
        aria-label={words.showOrigin}
        title={words.showOrigin}
        onClick={() => showOrigin(origin)}
      />
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={words.clear}
        title={words.clear}
        onClick={() => changeView({ origin: null })}
      />
    </div>
  );
}

function ShapeName({ shape }: { shape: Shape }) {
  const words = useWords(RING_WORDS);
  const vertices = shape.type === "LineString" ? shape.coordinates.length : shape.coordinates[0]!;
  const detail =
    shape.type === "Point"
      ? formatPosition(shape.coordinates)
      : words.vertices(typeof vertices === "number" ? vertices : vertices.length - 1);
  return (
    <span className={styles.originName}>
      {words.shapes[shape.type]} <span className={styles.soft}>{detail}</span>
    </span>
  );
}

function FeatureNames({ origin }: { origin: Extract<RingOrigin, { kind: "features" }> }) {
  const words = useWords(RING_WORDS);
  const language = useLanguage();
  const ledgers = useLedgers((state) => state.layers);
  const layer = getLayer(origin.layer);
  const [id] = origin.ids;
  const row = findRow(ledgers, { layer: origin.layer, id: id! });
  const snapshot = ledgers.find(({ definition }) => definition.id === origin.layer)?.snapshot;
  const name = row === null ? words.originGone : snapshot?.names.get(row) || snapshot?.codes.get(row);
  return (
    <span className={styles.originName}>
      <Swatch layer={layer} />{" "}
      {origin.ids.length === 1 ? name : words.several(layer.title[language], origin.ids.length)}
    </span>
  );
}

function FromSelection() {
  const words = useWords(RING_WORDS);
  const language = useLanguage();
  const groups = useSelectedByLayer();
  const items = groups.map(({ definition, snapshot, rows }) => ({
    key: definition.id,
    disabled: rows.length > MOST_IDS,
    label: `${definition.title[language]} ${rows.length > MOST_IDS ? words.tooMany(rows.length, MOST_IDS) : rows.length}`,
    onClick: () =>
      changeView({
        origin: { kind: "features", layer: definition.id, ids: rows.map((row) => snapshot.ids.get(row)!) },
      }),
  }));
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={groups.length === 0}>
      <Button size="small" title={groups.length === 0 ? words.nothingSelected : undefined}>
        {words.fromSelection}
      </Button>
    </Dropdown>
  );
}
