import type { Geometry } from "geojson";
import { useMemo } from "react";
import type { Opinion } from "../../../api-opinions.ts";
import { OPINION_WORDS } from "../../../messages/planning-opinion.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { distanceWishes, MapDistances } from "./map-distances.tsx";
import { GridMarks, NorthArrow, ScaleBar } from "./map-frame-marks.tsx";
import { MapGround } from "./map-ground.tsx";
import { nameWish, nameWishes } from "./map-names.ts";
import { MapPatterns, PROPOSAL_LOOK } from "./map-patterns.tsx";
import { MapTitle } from "./map-title.tsx";
import styles from "./opinion.module.css";
import { placeLabels } from "./place-labels.ts";
import { sheetGrid } from "./sheet-grid.ts";
import { layersAt } from "./sheet-kinds.ts";
import { layOutSheet } from "./sheet-layout.ts";
import { createPathWriter } from "./sheet-path.ts";
import { MAP_HEIGHT_MM, MAP_WIDTH_MM } from "./sheet-scale.ts";
import { type SheetFeatures, useSheetFeatures } from "./use-sheet-features.ts";

/** Around the frame, for the degrees. */
const EDGE_MM = 6;
const DISTANCE_TEXT_MM = 3;
const NAME_TEXT_MM = 2.4;
const NONE: readonly SheetFeatures[] = [];

/** The A3 sheet: drawn from the geometry in metres, so that a ruler on the print measures true. */
export function MapSheet({ opinion }: { opinion: Opinion }) {
  const words = useWords(OPINION_WORDS);
  const title = useTitle();
  const layout = useMemo(() => layOutSheet(opinion), [opinion]);
  const { plane, sheet, drawn, bbox } = layout;
  const layers = useMemo(() => layersAt(sheet.scale), [sheet]);
  const { data: ground = NONE, isPending, isError } = useSheetFeatures(opinion, layers, bbox);
  const writer = useMemo(() => createPathWriter(sheet, plane), [sheet, plane]);
  const grid = useMemo(() => sheetGrid(sheet, plane), [sheet, plane]);
  const judged = useMemo(
    () => new Set(drawn.flatMap(({ finding: { hazard, target } }) => [hazard, target].map(keyOf))),
    [drawn],
  );
  const labels = useMemo(() => {
    const distances = distanceWishes(drawn, writer, DISTANCE_TEXT_MM);
    const own = nameWish(opinion.proposal.name, [opinion.proposal.geometry as Geometry], writer, NAME_TEXT_MM);
    const names = [...(own ? [own] : []), ...nameWishes(ground, writer, NAME_TEXT_MM)];
    const placed = placeLabels([...distances, ...names], DISTANCE_TEXT_MM);
    return placed.map((label, i) => ({ ...label, isDistance: i < distances.length }));
  }, [drawn, ground, writer, opinion]);
  const state = isPending ? "loading" : isError ? "failed" : "ready";
  return (
    <section className={styles.map} data-sheet="map" data-state={state} aria-label={words.map.label}>
      <svg
        className={styles.drawing}
        viewBox={`${-EDGE_MM} ${-EDGE_MM} ${MAP_WIDTH_MM + 2 * EDGE_MM} ${MAP_HEIGHT_MM + 2 * EDGE_MM}`}
        width={`${MAP_WIDTH_MM + 2 * EDGE_MM}mm`}
        height={`${MAP_HEIGHT_MM + 2 * EDGE_MM}mm`}
        role="img"
        aria-label={`${words.map.label} 1:${sheet.scale}`}
      >
        <MapPatterns />
        <clipPath id="frame">
          <rect width={MAP_WIDTH_MM} height={MAP_HEIGHT_MM} />
        </clipPath>
        <g clipPath="url(#frame)">
          <MapGround ground={ground} judged={judged} writer={writer} mmPerM={sheet.mmPerM} />
          <Proposal geometry={opinion.proposal.geometry as Geometry} writer={writer} />
          <MapDistances drawn={drawn} writer={writer} />
          {labels.map(({ text, x, y, isDistance }) => (
            <text
              key={`${text} ${x} ${y}`}
              className={isDistance ? styles.distance : styles.name}
              x={x}
              y={y}
              fontSize={isDistance ? DISTANCE_TEXT_MM : NAME_TEXT_MM}
            >
              {text}
            </text>
          ))}
          {opinion.demo && (
            <text
              className={styles.mark}
              x={MAP_WIDTH_MM / 2}
              y={MAP_HEIGHT_MM / 2}
              fontSize="34"
              transform={`rotate(-35 ${MAP_WIDTH_MM / 2} ${MAP_HEIGHT_MM / 2})`}
            >
              {words.demoMark}
            </text>
          )}
        </g>
        <GridMarks grid={grid} />
        <ScaleBar scale={sheet.scale} />
        <NorthArrow word={words.map.north} />
      </svg>
      <MapTitle
        opinion={opinion}
        layout={layout}
        grid={grid}
        ground={ground}
        state={state}
        titleOf={(id) => title(opinion.layers.find(({ layer }) => layer === id)?.title ?? { zh: id, en: id })}
      />
    </section>
  );
}

const keyOf = ({ layer, id }: { layer: string | null; id: string | null }): string => `${layer} ${id}`;

function Proposal({ geometry, writer }: { geometry: Geometry; writer: ReturnType<typeof createPathWriter> }) {
  if (geometry.type === "Point") {
    const [cx, cy] = writer.place(geometry.coordinates);
    return <circle data-part="proposal" cx={cx} cy={cy} r="1.5" {...PROPOSAL_LOOK} />;
  }
  const isLine = geometry.type === "LineString";
  return (
    <path
      data-part="proposal"
      d={writer.path(geometry)}
      {...PROPOSAL_LOOK}
      {...(isLine && { fill: "none" })}
      fillRule="evenodd"
    />
  );
}
