import { useCallback, useEffect, useState } from "react";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { rowGeometry } from "#data/snapshot/to-geojson.ts";
import type { DrawMode } from "../../../map/picture.ts";
import { drawShape } from "../../../state/draw-shape.ts";
import { findLedger } from "../../../state/ledgers.ts";
import type { Outline } from "../../../state/proposal-draft.ts";
import { useSurface } from "../../../state/surface.ts";
import { useView } from "../../../state/view-store.ts";
import { toOutline } from "./read-boundary.ts";
import { changeDraft } from "./variants.ts";

/** What a person is doing to the boundary on the map now. */
export type BoundaryAction = DrawMode | "pick" | "edit" | null;

/** Drawing, picking and moving the boundary; one at a time, and Escape ends each. */
export function useBoundary() {
  const [action, setAction] = useState<BoundaryAction>(null);
  const rest = useCallback(() => setAction(null), []);
  useEffect(() => (action === "pick" ? startPicking(rest) : undefined), [action, rest]);
  useEditing(action === "edit", rest);
  useEffect(() => () => stopDrawing(), []);
  const draw = async (mode: DrawMode) => {
    setAction(mode);
    const shape = await drawShape(mode, "planning");
    setAction((now) => (now === mode ? null : now));
    const outline = shape && toOutline(shape);
    if (outline) changeDraft({ geometry: outline });
  };
  const choose = (next: BoundaryAction) => {
    if (useSurface.getState().drawing === "planning") stopDrawing();
    if (next === null || next === "pick" || next === "edit") setAction(next);
    else void draw(next);
  };
  return { action, choose };
}

const stopDrawing = () => {
  const { map, drawing } = useSurface.getState();
  if (drawing === "planning") map?.cancelDrawing();
};

/** The next click on a feature takes its outline, name and position error. */
function startPicking(onEnd: () => void): () => void {
  const before = useSurface.getState().clicks;
  const end = () => {
    window.removeEventListener("keydown", onKey, true);
    useSurface.setState({ clicks: before });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onEnd();
  };
  useSurface.setState({
    clicks: (feature) => {
      const snapshot = feature && findLedger(feature.layer)?.snapshot;
      const outline = snapshot && toOutline(rowGeometry(snapshot, feature.row));
      if (!outline) return;
      const name = snapshot.names.get(feature.row) ?? "";
      changeDraft((draft) => ({ ...draft, geometry: outline, name: draft.name || name }));
      onEnd();
    },
  });
  window.addEventListener("keydown", onKey, true);
  return end;
}

/** Handles on the map while `isOn`; a boundary that changes elsewhere gets new ones. */
function useEditing(isOn: boolean, onEnd: () => void): void {
  const map = useSurface((surface) => surface.map);
  useEffect(() => {
    if (!isOn || !map) return;
    let own: Outline | null = useView.getState().planning.draft?.geometry ?? null;
    let isStopped = false;
    let end: () => void = () => {};
    const begin = (shape: Outline) => {
      end = map.edit(
        shape,
        (moved) => {
          own = toOutline(moved);
          if (own) changeDraft({ geometry: own });
        },
        () => isStopped || onEnd(),
      );
    };
    const restart = (shape: Outline | null) => {
      isStopped = true;
      end();
      isStopped = false;
      own = shape;
      if (shape) begin(shape);
      else onEnd();
    };
    restart(own);
    const unsubscribe = useView.subscribe(({ planning: { draft } }) => {
      const shape = draft?.geometry ?? null;
      if (shape !== own) restart(shape);
    });
    return () => {
      unsubscribe();
      isStopped = true;
      end();
    };
  }, [isOn, map, onEnd]);
}

/** Whether terra-draw can hold it. */
export const isEditable = (outline: Outline): boolean =>
  outline.type !== "MultiPolygon" && (outline.type !== "Polygon" || outline.coordinates.length === 1);

/** Moves the map there; around it lies what it is checked against. */
export const goToOutline = (outline: Outline): void =>
  useSurface.getState().map?.fit(boundsOf(outline as Parameters<typeof boundsOf>[0]), 160);
