import {
  type Area,
  areaGround,
  asPlace,
  build,
  fillCampus,
  fillCompound,
  inner,
  type PlaceKind,
  parts,
  type Site,
} from "./block-fillers.ts";

/** What a school, a hospital, an office of that kind looks like. */
export function fillInstitution(site: Site, area: Area, kind: PlaceKind): void {
  const { random } = site;
  if (kind === "school" || kind === "college") fillCampus(site, area, kind === "college" ? 6 : 4);
  else if (kind === "hospital") fillCompound(site, area, "public", random.integer(6, 12));
  else if (kind === "elderly-care") fillCompound(site, inner(area, 14), "public", 4);
  else if (kind === "market") {
    for (const hall of parts(inner(area, 8), 70, 14)) build(site, areaGround(hall), "commercial", 1);
  } else if (kind === "sports-venue") {
    const round = areaGround(inner(area, Math.min(area.u1 - area.u0, area.v1 - area.v0) * 0.2));
    build(site, round, "public", 3, "round");
  } else fillCompound(site, area, "public", random.integer(4, 10));
}

/** A block that is nothing but institutions. */
export function fillInstitutions(site: Site, area: Area): void {
  for (const part of parts(area, 330, 18)) {
    const kind = site.random.weighted<PlaceKind>([
      ["school", 36],
      ["college", 16],
      ["hospital", 18],
      ["office", 16],
      ["sports-venue", 8],
      ["culture", 10],
    ]);
    asPlace(site, kind, part, () => fillInstitution(site, inner(part, 8), kind));
  }
}
