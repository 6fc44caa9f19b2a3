import type { Geometry } from "geojson";
import { useMemo } from "react";
import type { FeatureRef, LayerPicture, MapPicture } from "../map/picture.ts";
import { type EditedPlace, useEditedPlace } from "./edited-place.ts";
import { findRow } from "./features.ts";
import { useJudgedPicture } from "./judged-picture.ts";
import { useLedgers } from "./ledgers.ts";
import { useResults } from "./results.ts";
import { useSelectedFeatures } from "./selected.ts";
import { selectRows } from "./selections.ts";
import { useSurface } from "./surface.ts";
import type { View } from "./view.ts";
import { useView } from "./view-store.ts";

/** Always on the map, under the ledgers. */
export const GROUND_LAYERS = ["districts", "infrastructure", "roads", "buildings"];

/** What the map shall show now. Parts that did not change are the same objects, so that the map draws the difference only. */
export function usePicture(): MapPicture {
  const layers = useLayerPictures();
  const ledgers = useLedgers((state) => state.layers);
  const theme = useView((view) => view.theme);
  const language = useView((view) => view.language);
  const base = useMemo(
    () =>
      GROUND_LAYERS.flatMap((id) => {
        const ledger = ledgers.find(({ definition, snapshot }) => definition.id === id && snapshot.count > 0);
        return ledger ? [ledger.snapshot] : [];
      }),
    [ledgers],
  );
  const hovered = useSurface((surface) => surface.hovered);
  const edited = useEditedPlace();
  const { heat, rings, distanceLines } = useResultPictures(edited);
  const areas = useJudgedPicture((judged) => judged.areas);
  const roadBands = useJudgedPicture((judged) => judged.roadBands);
  const shades = useJudgedPicture((judged) => judged.shades);
  const hidesCounts = useJudgedPicture((judged) => judged.hidesCounts);
  const withHeat = useView((view) => view.heat?.counts ?? true);
  const uncounted = useView(({ heat: of }) => (of?.counts === "others" ? of.layer : null));
  // The counts of a layer would hide the very ground that is judged.
  const counts = withHeat !== false && shades === null && !hidesCounts;
  const selected = useHighlighted();
  const { marker, sketch } = useMarks(edited);
  return useMemo(
    () => ({
      theme,
      language,
      layers,
      counts,
      uncounted,
      base,
      heat,
      roadBands,
      rings,
      distanceLines,
      areas,
      shades,
      selected,
      hovered,
      marker,
      sketch,
    }),
    [
      theme,
      language,
      layers,
      counts,
      uncounted,
      base,
      heat,
      roadBands,
      rings,
      distanceLines,
      areas,
      shades,
      selected,
      hovered,
      marker,
      sketch,
    ],
  );
}

function useLayerPictures(): readonly LayerPicture[] {
  const ledgers = useLedgers((state) => state.layers);
  const on = useView((view) => view.layers);
  const opacity = useView((view) => view.opacity);
  const filters = useView((view) => view.filters);
  const time = useView((view) => view.time);
  return useMemo(
    () =>
      ledgers
        .filter(({ definition, snapshot }) => on.includes(definition.id) && snapshot.count > 0)
        .map(({ definition, snapshot }) => ({
          definition,
          snapshot,
          visible: selectRows(definition, snapshot, { filters, time }).rows,
          opacity: opacity[definition.id] ?? 1,
        }))
        // The registry lists the most severe ledger first; the map draws it last, on top.
        .reverse(),
    [ledgers, on, opacity, filters, time],
  );
}

/** Lines to the nearest few: more would hide what they lead to. */
const MOST_LINES = 12;

function useResultPictures({ line }: EditedPlace): Pick<MapPicture, "heat" | "rings" | "distanceLines"> {
  const bands = useResults(({ heat }) => heat.answer?.findings ?? null);
  const answer = useResults(({ rings }) => rings.answer);
  const opacity = useView((view) => view.heat?.opacity ?? 1);
  const heat = useMemo(() => bands && { bands, opacity }, [bands, opacity]);
  const rings = useMemo(
    () => answer?.summary.rings.map(({ radiusM, geometry }) => ({ radiusM, geometry })) ?? [],
    [answer],
  );
  const judged = useJudgedPicture(({ lines }) => lines);
  const distanceLines = useMemo(() => {
    const nearest =
      answer?.findings
        .filter(({ distanceM }) => distanceM > 0)
        .slice(0, MOST_LINES)
        .map(({ nearest: [from, to], distanceM }) => ({ from, to, distanceM })) ?? [];
    return [...nearest, ...(line ? [line] : []), ...judged];
  }, [answer, line, judged]);
  return { heat, rings, distanceLines };
}

function useHighlighted(): readonly FeatureRef[] {
  const selected = useSelectedFeatures();
  const marked = useJudgedPicture((judged) => judged.marked);
  const detail = useView((view) => view.detail);
  const origin = useView((view) => view.origin);
  const ledgers = useLedgers((state) => state.layers);
  return useMemo(() => {
    const keys =
      origin?.kind === "features" ? origin.ids.map((id) => ({ layer: origin.layer, id })) : ([] as View["detail"][]);
    const single = [detail, ...keys].flatMap((key) => {
      const row = key && findRow(ledgers, key);
      return row === null || row === undefined ? [] : [{ layer: key!.layer, row }];
    });
    return [...selected, ...marked, ...single];
  }, [selected, marked, detail, origin, ledgers]);
}

function useMarks(edited: EditedPlace): Pick<MapPicture, "marker" | "sketch"> {
  const marker = useSurface((surface) => surface.marker);
  const found = useSurface((surface) => surface.found);
  const measured = useSurface((surface) => surface.measured);
  const isMeasuring = useView((view) => view.tool === "measure");
  const origin = useView((view) => view.origin);
  const areas = useView((view) => view.selection.areas);
  const shape = origin?.kind === "shape" ? origin.shape : null;
  const sketch = useMemo((): Geometry | null => {
    const selected: Geometry | null =
      areas.length === 0
        ? null
        : { type: "MultiPolygon", coordinates: areas.map((ring) => [[...ring, ring[0]!].map((at) => [...at])]) };
    const drawn = shape && shape.type !== "Point" ? (shape as Geometry) : selected;
    const geometries = [drawn, found, isMeasuring ? measured : null, edited.sketch].filter((each) => each !== null);
    return geometries.length < 2 ? (geometries[0] ?? null) : { type: "GeometryCollection", geometries };
  }, [shape, areas, found, isMeasuring, measured, edited.sketch]);
  return { marker: edited.marker ?? marker ?? (shape?.type === "Point" ? shape.coordinates : null), sketch };
}
