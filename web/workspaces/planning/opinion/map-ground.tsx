import type { Geometry } from "geojson";
import { memo } from "react";
import type { MapFeature } from "../../../api-opinions.ts";
import { JUDGED_WIDTH_MM, LOOKS } from "./map-patterns.tsx";
import { sheetKindOf } from "./sheet-kinds.ts";
import type { PathWriter } from "./sheet-path.ts";
import type { SheetFeatures } from "./use-sheet-features.ts";

/** What lies around: areas, roads to their width, and symbols of what has only a point. */
export const MapGround = memo(function MapGround(props: {
  ground: readonly SheetFeatures[];
  judged: ReadonlySet<string>;
  writer: PathWriter;
  mmPerM: number;
}) {
  const { ground, judged, writer, mmPerM } = props;
  return ground.map(({ layer, features }) =>
    layer === "roads" ? (
      <Roads key={layer} features={features} writer={writer} mmPerM={mmPerM} />
    ) : (
      <g key={layer} data-layer={layer}>
        {features.map((feature) => {
          const kind = sheetKindOf(layer, feature);
          const look = kind === "roads" ? LOOKS.infrastructure : LOOKS[kind];
          const geometry = feature.geometry as Geometry;
          const isLine = geometry.type.endsWith("LineString");
          const heavy = judged.has(`${layer} ${feature.id}`) && { strokeWidth: JUDGED_WIDTH_MM };
          const path = writer.path(geometry);
          if (path !== "")
            return (
              <path
                key={feature.id}
                d={path}
                {...look}
                {...heavy}
                {...(isLine && { fill: "none" })}
                fillRule="evenodd"
                strokeLinejoin="round"
              />
            );
          if (geometry.type !== "Point") return null;
          const [x, y] = writer.place(geometry.coordinates);
          return <rect key={feature.id} x={x - 0.8} y={y - 0.8} width="1.6" height="1.6" {...look} {...heavy} />;
        })}
      </g>
    ),
  );
});

/** Edges of a road, millimetres. */
const EDGE_MM = 0.18;

/** All edges below all surfaces, so that crossings are open. */
function Roads(props: { features: readonly MapFeature[]; writer: PathWriter; mmPerM: number }) {
  const roads = props.features.map(({ id, geometry, properties }) => ({
    id,
    path: props.writer.path(geometry as Geometry),
    widthMm: typeof properties.widthM === "number" ? properties.widthM * props.mmPerM : null,
  }));
  return (
    <g data-layer="roads" fill="none" strokeLinejoin="round">
      {roads.map(({ id, path, widthMm }) =>
        widthMm === null ? (
          <path key={id} d={path} stroke="#555" strokeWidth="0.2" strokeDasharray="1.2 0.8" />
        ) : (
          <path key={id} d={path} stroke="#555" strokeWidth={widthMm + EDGE_MM * 2} />
        ),
      )}
      {roads.map(
        ({ id, path, widthMm }) => widthMm !== null && <path key={id} d={path} stroke="#fff" strokeWidth={widthMm} />,
      )}
    </g>
  );
}
