import { type Area, areaGround, asPlace, build, fillEstate, inner, parts, type Site } from "./block-fillers.ts";
import { outline } from "./building-shapes.ts";
import type { HazardSite } from "./hazard-sites.ts";
import { fillInstitution } from "./institution-fillers.ts";
import { type Rectangle, rectangle } from "./rectangle.ts";
import type { StationSite } from "./stations.ts";

const asArea = ({ frame, u, v, halfU, halfV }: Rectangle): Area => ({
  frame,
  u0: u - halfU,
  v0: v - halfV,
  u1: u + halfU,
  v1: v + halfV,
});

/** Tanks, halls and an office inside the plant's fence. */
export function fillPlant(site: Site, { kind, plant }: HazardSite): void {
  const area = inner(asArea(plant), 9);
  const { frame } = area;
  asPlace(site, "plant", asArea(plant), () => {
    if (kind === "fuel-station") {
      build(site, rectangle(frame, area.u0, area.v1 - 9, area.u0 + 20, area.v1), "commercial", 1);
      build(site, rectangle(frame, area.u0 + 8, area.v0, area.u1 - 4, area.v0 + 8), "other", 1);
      return;
    }
    build(site, rectangle(frame, area.u0, area.v0, area.u0 + 30, area.v0 + 12), "industrial", 2);
    const tanks =
      kind.endsWith("farm") || kind.endsWith("depot") || kind.endsWith("holder") || kind.endsWith("station");
    if (!tanks) {
      for (const hall of parts({ ...area, v0: area.v0 + 24 }, 84, 14)) build(site, areaGround(hall), "industrial", 1);
      return;
    }
    const size = plant.halfU > 100 ? 26 : 13;
    for (let v = area.v0 + 26; v + size <= area.v1; v += size * 1.7)
      for (let u = area.u0 + 4; u + size <= area.u1; u += size * 1.6)
        if (site.random.chance(0.8)) build(site, rectangle(frame, u, v, u + size, v + size), "other", 1, "round");
  });
}

/** The house with the garages towards the street, a shed behind the yard. */
export function fillStation(site: Site, { ground }: StationSite): void {
  const { frame, u0, v0, u1, v1 } = inner(asArea(ground), 5);
  build(site, rectangle(frame, u0, v0, u1, v0 + 14), "public", 3);
  build(site, rectangle(frame, u0 + 4, v1 - 9, u0 + 30, v1), "other", 1);
}

/** What stands too near on purpose. A hamlet's houses stand at its far end, so that only its edge is too near. */
export function fillNeighbour(site: Site, { neighbour, neighbourGround, plant }: HazardSite): void {
  if (!neighbour || !neighbourGround) return;
  const area = asArea(neighbourGround);
  switch (neighbour.kind) {
    case "house":
      site.buildings.push({
        outline: outline(neighbourGround, "bar"),
        ground: neighbourGround,
        use: "residential",
        storeys: 1,
      });
      return;
    case "hall":
      site.buildings.push({
        outline: outline(neighbourGround, "bar"),
        ground: neighbourGround,
        use: "industrial",
        storeys: 1,
      });
      return;
    case "residential":
      fillEstate(site, area, 12);
      return;
    case "village": {
      const away = neighbourGround.u > plant.u;
      const far = away ? { ...area, u0: area.u0 + 70 } : { ...area, u1: area.u1 - 70 };
      for (let v = far.v0 + 6; v + 8 <= far.v1; v += 26)
        for (let u = far.u0 + 4; u + 12 <= far.u1; u += 22)
          build(site, rectangle(far.frame, u, v, u + 12, v + 8), "residential", 1);
      return;
    }
    default:
      fillInstitution(site, area, neighbour.kind);
  }
}
