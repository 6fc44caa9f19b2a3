import type { Geometry } from "geojson";
import { geodesicAreaM2, geodesicLengthM } from "#data/geodesy/geodesic.ts";
import { linesOf } from "#data/geometry/lines-of.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import { middleOf, moveDistanceM } from "../../state/move-distance.ts";
import { formatDms } from "../../ui/dms.ts";
import { formatPosition, metres, squareMetres } from "../../ui/quantities.ts";
import styles from "./edit.module.css";

/** A place in a line or two: a point by its coordinates, a shape by its size and middle. */
export function PlaceSummary({ geometry }: { geometry: Geometry }) {
  const words = useWords(EDIT_WORDS);
  const middle = middleOf(geometry);
  if (geometry.type === "Point")
    return (
      <div className={styles.figures}>
        {formatPosition(middle)}
        <div className={styles.soft}>{formatDms(middle)}</div>
      </div>
    );
  const isArea = geometry.type === "Polygon" || geometry.type === "MultiPolygon";
  const lines = linesOf(geometry);
  const corners = lines.flat().length - (isArea ? lines.length : 0);
  const size = isArea
    ? `${words.area} ${squareMetres(geodesicAreaM2(geometry))}`
    : `${words.length} ${metres(geodesicLengthM(geometry))}`;
  return (
    <div className={styles.figures}>
      {words.corners(corners)} · {size}
      <div className={styles.soft}>{formatPosition(middle)}</div>
    </div>
  );
}

/** How far a point went; of a shape, that it is another one and how far its middle went. */
export function MoveText({ from, to }: { from: Geometry; to: Geometry }) {
  const words = useWords(EDIT_WORDS);
  const distance = metres(moveDistanceM(from, to));
  return from.type === "Point" && to.type === "Point" ? words.moved(distance) : words.reshaped(distance);
}
