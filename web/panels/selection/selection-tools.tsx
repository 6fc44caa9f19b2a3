import { BorderOutlined, CloseOutlined, GatewayOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import type { Geometry } from "geojson";
import { useEffect, useState } from "react";
import { findGeometryProblem } from "#data/geometry/validity.ts";
import { SELECTION_WORDS } from "../../messages/selection.ts";
import { useWords } from "../../messages/words.ts";
import { drawShape } from "../../state/draw-shape.ts";
import { MOST_AREAS, removeArea } from "../../state/selection-edit.ts";
import { useSurface } from "../../state/surface.ts";
import { MOST_IDS, type View } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import styles from "./selection.module.css";

type Mode = "box" | "polygon";
type Area = View["selection"]["areas"][number];

/** Selecting by shapes on the map, and the shapes that select now. */
export function SelectionTools() {
  const words = useWords(SELECTION_WORDS);
  const { areas, plus, minus } = useView((view) => view.selection);
  const isDrawing = useSurface((surface) => surface.drawing === "selection");
  const [mode, setMode] = useState<Mode>("box");
  const select = useAreaSelection();
  useEffect(() => stopDrawing, []);
  const isFull = areas.length >= MOST_AREAS;
  const start = (next: Mode) => {
    setMode(next);
    void select(next);
  };
  return (
    <section>
      <p className={styles.note}>{words.hint}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<BorderOutlined aria-hidden />}
          disabled={isFull}
          onClick={() => start("box")}
          title={isFull ? words.mostAreas(MOST_AREAS) : undefined}
        >
          {words.box}
        </Button>
        <Button
          size="small"
          icon={<GatewayOutlined aria-hidden />}
          disabled={isFull}
          onClick={() => start("polygon")}
          title={isFull ? words.mostAreas(MOST_AREAS) : undefined}
        >
          {words.polygon}
        </Button>
        {areas.map((area, i) => (
          <Button
            key={area.join()}
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden />}
            iconPlacement="end"
            aria-label={words.removeArea(i + 1)}
            title={words.removeArea(i + 1)}
            onClick={() => changeView(({ selection }) => ({ selection: removeArea(selection, i) }))}
          >
            {i + 1}
          </Button>
        ))}
      </div>
      {isDrawing && (
        <output className={styles.drawing}>
          <span>{mode === "box" ? words.boxHint : words.polygonHint}</span>
          <Button size="small" type="link" onClick={stopDrawing}>
            {words.cancel}
          </Button>
        </output>
      )}
      {isFull && <p className={styles.note}>{words.mostAreas(MOST_AREAS)}</p>}
      {Math.max(plus.length, minus.length) >= MOST_IDS && <p className={styles.note}>{words.mostSingle(MOST_IDS)}</p>}
    </section>
  );
}

function useAreaSelection(): (mode: Mode) => Promise<void> {
  const words = useWords(SELECTION_WORDS);
  const { message } = App.useApp();
  return async (mode) => {
    const shape = await drawShape(mode, "selection");
    if (shape?.type !== "Polygon") return;
    const problem = findGeometryProblem(shape);
    if (problem) void message.warning(words.refused[problem.code] ?? words.refused.other);
    else changeView(({ selection }) => ({ selection: { ...selection, areas: [...selection.areas, areaOf(shape)] } }));
  };
}

/** The view keeps the ring open: its last corner is its first. */
const areaOf = (shape: Extract<Geometry, { type: "Polygon" }>): Area =>
  shape.coordinates[0]!.slice(0, -1).map(([lon, lat]): [number, number] => [lon!, lat!]);

/** Closing the panel ends its drawing. */
function stopDrawing(): void {
  const { drawing, map } = useSurface.getState();
  if (drawing === "selection") map?.cancelDrawing();
}
