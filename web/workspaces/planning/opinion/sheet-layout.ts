import { createZonePlane, type ZonePlane } from "#data/geodesy/zone-plane.ts";
import type { Opinion } from "../../../api-opinions.ts";
import { drawnFindings, linesToFit, type NumberedFinding, spacingFindings } from "./sheet-findings.ts";
import { positionsOf } from "./sheet-path.ts";
import { boxOf, chooseScale, createSheet, MAP_HEIGHT_MM, MAP_WIDTH_MM, type Sheet } from "./sheet-scale.ts";

export interface SheetLayout {
  /** Centred on the sheet, where its scale is exactly 1. */
  readonly plane: ZonePlane;
  readonly sheet: Sheet;
  readonly drawn: readonly NumberedFinding[];
  /** WGS84 degrees around the frame. */
  readonly bbox: readonly [number, number, number, number];
}

/** Where the sheet lies and at which scale: the proposal and its too-near lines are on it. */
export function layOutSheet({ proposal, results }: Pick<Opinion, "proposal" | "results">): SheetLayout {
  const drawn = drawnFindings(spacingFindings(results));
  const positions = [
    ...positionsOf(proposal.geometry as Parameters<typeof positionsOf>[0]),
    ...linesToFit(drawn).flatMap(({ finding }) => finding.line),
  ];
  const degrees = boxOf(positions.map(([lon, lat]) => [lon!, lat!] as const));
  const plane = createZonePlane([(degrees[0] + degrees[2]) / 2, (degrees[1] + degrees[3]) / 2]);
  const box = boxOf(positions.map(([lon, lat]) => plane.toPlane(lon!, lat!)));
  const sheet = createSheet(box, chooseScale(box));
  const corners = [0, MAP_WIDTH_MM].flatMap((x) =>
    [0, MAP_HEIGHT_MM].map((y) => plane.toLonLat(...sheet.toPlane(x, y))),
  );
  return { plane, sheet, drawn, bbox: boxOf(corners) };
}
