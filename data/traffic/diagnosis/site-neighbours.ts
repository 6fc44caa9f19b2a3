import type { AnalysisInputs } from "../../analyses/define.ts";
import { layerSide } from "../../analyses/layer-side.ts";
import { booleanIn, codeIn, numberIn } from "../../analyses/row-values.ts";
import { gradeOf, rowIdentity, rowPosition } from "../../analyses/rows.ts";
import type { NeighbourGroup, SiteNeighbour } from "../../analyses/site-diagnosis-results.ts";
import type { ZonePlane } from "../../geodesy/zone-plane.ts";
import { outlineDistanceM } from "../../geometry/distance.ts";
import { outlineFromGeoJson } from "../../geometry/from-geojson.ts";
import { boxOf } from "../../geometry/measure.ts";
import { type Outline, pointOutline } from "../../geometry/outlines.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import type { SitePlace } from "../site.ts";

/** Ledgers that are looked at around a site. */
export const NEIGHBOUR_LAYERS = ["protection-targets", "forces", "hazard-sources", "enterprises"] as const;
type NeighbourLayer = (typeof NEIGHBOUR_LAYERS)[number];

const SCHOOLS = new Set(["school", "kindergarten", "college"]);
const CARE = new Set(["hospital", "elderly-care"]);

/** Who or what a row is to a road; `null`: nobody asks for it. */
function groupOf(layer: NeighbourLayer, snapshot: Snapshot, row: number): NeighbourGroup | null {
  switch (layer) {
    case "protection-targets": {
      const kind = codeIn(snapshot, row, "kind") ?? "";
      return SCHOOLS.has(kind) ? "school" : CARE.has(kind) ? "care" : "people";
    }
    case "forces":
      return codeIn(snapshot, row, "kind") === "hospital" ? "care" : null;
    case "hazard-sources":
      return "hazard-source";
    case "enterprises":
      return booleanIn(snapshot, row, "hazardousChemicals") === true ? "hazardous-enterprise" : null;
  }
}

const isOfPeople = (group: NeighbourGroup): boolean => group === "school" || group === "care" || group === "people";

/**
 * What stands around a site, nearest first.
 *
 * @param within - metres for places of people, and for hazard sources and enterprises with hazardous chemicals.
 */
export function siteNeighbours(
  inputs: AnalysisInputs,
  place: SitePlace,
  plane: ZonePlane,
  within: { readonly peopleM: number; readonly hazardsM: number },
): SiteNeighbour[] {
  const origin = originOf(place, plane);
  const found = NEIGHBOUR_LAYERS.flatMap((layer) => {
    const side = layerSide(inputs.snapshot(layer), plane);
    const { snapshot } = side;
    return side.near(boxOf(origin), Math.max(within.peopleM, within.hazardsM)).flatMap((row): SiteNeighbour[] => {
      const group = groupOf(layer, snapshot, row);
      if (group === null) return [];
      const distanceM = outlineDistanceM(side.outline(row), origin);
      if (distanceM > (isOfPeople(group) ? within.peopleM : within.hazardsM)) return [];
      const positionErrorM = snapshot.positionErrorM[row]!;
      return [
        {
          group,
          layer,
          ...rowIdentity(snapshot, row),
          kind: codeIn(snapshot, row, layer === "enterprises" ? "sector" : "kind"),
          grade: gradeOf(snapshot, inputs.layer(layer), row),
          people: numberIn(snapshot, row, PEOPLE[layer]),
          distanceM,
          positionErrorM: Number.isNaN(positionErrorM) ? null : positionErrorM,
          position: rowPosition(snapshot, row),
        },
      ];
    });
  });
  return found.sort((a, b) => a.distanceM - b.distanceM || (a.id < b.id ? -1 : 1));
}

const PEOPLE: Readonly<Record<NeighbourLayer, string>> = {
  "protection-targets": "people",
  forces: "staff",
  "hazard-sources": "staff",
  enterprises: "employees",
};

/** The axis of a stretch; of junctions and circles the middle. */
function originOf({ site, geometry, middle }: SitePlace, plane: ZonePlane): Outline {
  return site.kind === "segment" ? outlineFromGeoJson(geometry, plane) : pointOutline(...plane.toPlane(...middle));
}
