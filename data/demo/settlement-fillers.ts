import { asPlace, build, fillCampus, fillShops, type Site } from "./block-fillers.ts";
import type { Point } from "./frame.ts";
import { rectangle } from "./rectangle.ts";
import { isInside } from "./rings.ts";
import type { Settlement } from "./settlements.ts";
import type { StreetPlan } from "./streets.ts";

/** A yard with a dwelling that the family built itself. */
export interface YardPlan {
  readonly settlement: Settlement;
  readonly building: number;
  /** Running number in its settlement. */
  readonly number: number;
}

/** Yards in rows; in towns shops along the first lane. */
export function fillSettlement(site: Site, settlement: Settlement): YardPlan[] {
  const { random } = site;
  const { frame, kind, rows } = settlement;
  const [u0, v0, u1, v1] = settlement.extent;
  const yards: YardPlan[] = [];
  const lot = { village: 20, town: 24, "urban-village": 17, "old-town": 19 }[kind];
  if (kind === "town") fillShops(site, { frame, u0, v0: v0 + 3, u1, v1 }, "south");
  if (kind === "town" || kind === "village") {
    const edge = { frame, u0: u0 + 6, v0: v1 + 5, u1: u0 + 96, v1: v1 + 85 };
    if (kind === "town" || random.chance(0.3)) asPlace(site, "school", edge, () => fillCampus(site, edge, 2));
  }
  for (const row of rows) {
    const half = (row.v1 - row.v0) / 2;
    for (const line of [row.v0 + 3.5, row.v0 + half + 2])
      for (let u = u0 + 4 + random.between(0, 4); u + 12 < u1; u += lot * random.between(0.92, 1.12)) {
        if (random.chance(kind === "village" ? 0.13 : 0.06)) continue;
        const length = random.between(9.5, lot * 0.72);
        const depth = random.between(6.8, 9.2);
        const v = line + random.between(0, kind === "village" ? 7 : 3);
        const storeys =
          kind === "village"
            ? 1
            : random.weighted([
                [1, 50],
                [2, 32],
                [3, 13],
                [4, 5],
              ]);
        const shape = random.chance(0.22) ? "l" : "bar";
        const ground = rectangle(frame, u, v, u + length, v + (shape === "l" ? depth + 5 : depth));
        if (build(site, ground, "residential", storeys, shape, Math.min(6.5, depth)))
          yards.push({ settlement, building: site.buildings.length - 1, number: yards.length + 1 });
      }
  }
  return yards;
}

/** Barns and pump houses out in the fields, in loose groups. */
export function fillFarms(site: Site, streets: StreetPlan, outlineOfZone: readonly Point[]): void {
  const { random } = site;
  for (const route of streets.routes) {
    if (route.class !== "county" && route.class !== "provincial") continue;
    route.points.forEach((point, i) => {
      if (i === 0 || !random.chance(0.16)) return;
      const away = random.between(60, 380) * (random.chance(0.5) ? 1 : -1);
      const angle = random.between(-0.15, 0.15);
      const frame = { x: point[0] + away * 0.3, y: point[1] + away, cos: Math.cos(angle), sin: Math.sin(angle) };
      if (!isInside([frame.x, frame.y], outlineOfZone)) return;
      const count = random.integer(1, 4);
      asPlace(site, "farm", { frame, u0: -4, v0: -6, u1: count * 20, v1: 70 }, () => {
        for (let k = 0; k < count; k++) {
          const long = random.between(24, 62);
          build(site, rectangle(frame, k * 20, 0, k * 20 + 12, long), "industrial", 1);
        }
      });
    });
  }
}
