import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { line, point, type Row, ZONE } from "./make-snapshot.ts";

const plane = createZonePlane(ZONE);

/** A straight road on the plane: due east from its start, or due north. Stakes count from 0 at the start. */
export interface SceneRoad {
  readonly code: string;
  /** Plane metres. */
  readonly start: readonly [number, number];
  readonly lengthM: number;
  readonly north?: true;
  readonly class?: string;
  readonly aadt?: number;
}

function placeOn({ start: [x, y], north }: SceneRoad, stakeM: number, asideM = 0): [number, number] {
  return north ? plane.toLonLat(x + asideM, y + stakeM) : plane.toLonLat(x + stakeM, y + asideM);
}

/** One row per kilometre of the road, as ledgers are cut. */
export function roadRows(road: SceneRoad): Row[] {
  const count = Math.ceil(road.lengthM / 1_000);
  return Array.from({ length: count }, (_, i) => {
    const [fromM, toM] = [i * 1_000, Math.min(road.lengthM, (i + 1) * 1_000)];
    return {
      code: `${road.code}-${i}`,
      geometry: line(placeOn(road, fromM), placeOn(road, toM)),
      attributes: {
        roadCode: road.code,
        startStakeM: fromM,
        class: road.class ?? null,
        aadt: road.aadt ?? null,
      },
    };
  });
}

/** An accident with casualties on a road, two metres beside its axis; what it says otherwise goes before. */
export function accidentOn(road: SceneRoad, stakeM: number, attributes: Row["attributes"] = {}): Row {
  const metres = Math.floor(stakeM);
  return {
    geometry: point(...placeOn(road, stakeM, 2)),
    attributes: {
      happenedAt: "2024-05-17T08:30",
      severity: "injury",
      deaths: 0,
      injuries: 1,
      roadCode: road.code,
      kilometre: Math.floor(metres / 1_000),
      metre: metres % 1_000,
      ...attributes,
    },
  };
}
