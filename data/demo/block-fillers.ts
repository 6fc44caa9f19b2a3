import { outline, type Shape } from "./building-shapes.ts";
import type { Frame, Point } from "./frame.ts";
import type { Occupancy } from "./occupancy.ts";
import type { Random } from "./random.ts";
import { grown, type Rectangle, rectangle } from "./rectangle.ts";

export type BuildingUse = "residential" | "industrial" | "commercial" | "public" | "other";

export interface BuildingPlan {
  readonly outline: readonly Point[];
  readonly ground: Rectangle;
  readonly use: BuildingUse;
  readonly storeys: number;
}

export type PlaceKind =
  | "estate"
  | "school"
  | "kindergarten"
  | "college"
  | "hospital"
  | "elderly-care"
  | "hotel"
  | "mall"
  | "market"
  | "culture"
  | "sports-venue"
  | "office"
  | "factory"
  | "farm"
  | "plant"
  | "park";

/** Ground with one purpose and the buildings on it, as indices into the list of buildings. */
export interface Place {
  readonly kind: PlaceKind;
  readonly ground: Rectangle;
  readonly buildings: readonly number[];
}

/** An upright piece of ground in a frame. */
export interface Area {
  readonly frame: Frame;
  readonly u0: number;
  readonly v0: number;
  readonly u1: number;
  readonly v1: number;
}

/** Where buildings are put: free ground in, buildings and places out. */
export interface Site {
  readonly ground: Occupancy;
  readonly random: Random;
  readonly buildings: BuildingPlan[];
  readonly places: Place[];
}

/** Puts up a building when its ground is free. @returns whether it was. */
export function build(
  site: Site,
  ground: Rectangle,
  use: BuildingUse,
  storeys: number,
  shape: Shape = "bar",
  wingM?: number,
): boolean {
  if (!site.ground.isFree(ground, use === "industrial" || use === "other" ? "works" : "dwelling")) return false;
  site.ground.take(grown(ground, 1.2));
  site.buildings.push({ outline: outline(ground, shape, wingM), ground, use, storeys });
  return true;
}

/** Runs a filler and remembers what it built as one place. Ground where nothing could be built is no place. */
export function asPlace(site: Site, kind: PlaceKind, area: Area, fill: () => void): void {
  const first = site.buildings.length;
  fill();
  const buildings = Array.from({ length: site.buildings.length - first }, (_, i) => first + i);
  if (buildings.length > 0) site.places.push({ kind, ground: areaGround(area), buildings });
}

export const areaGround = ({ frame, u0, v0, u1, v1 }: Area): Rectangle => rectangle(frame, u0, v0, u1, v1);

export const inner = (area: Area, margin: number): Area => ({
  ...area,
  u0: area.u0 + margin,
  v0: area.v0 + margin,
  u1: area.u1 - margin,
  v1: area.v1 - margin,
});

/** Cuts an area into equal parts no longer than `longest`, with a gap between them. */
export function parts(area: Area, longest: number, gap: number): Area[] {
  const cuts = (low: number, high: number): [number, number][] => {
    const count = Math.max(1, Math.ceil((high - low + gap) / (longest + gap)));
    const size = (high - low - gap * (count - 1)) / count;
    return Array.from({ length: count }, (_, i) => [low + i * (size + gap), low + i * (size + gap) + size]);
  };
  return cuts(area.u0, area.u1).flatMap(([u0, u1]) =>
    cuts(area.v0, area.v1).map(([v0, v1]) => ({ frame: area.frame, u0, v0, u1, v1 })),
  );
}

/** Rows of slabs that face south, far enough apart for the winter sun; shops along the street side. */
export function fillEstate(site: Site, area: Area, storeys: number): void {
  const { random } = site;
  const { frame } = area;
  const tower = storeys > 11;
  const depth = tower ? 15 : 12.5;
  const length = tower ? random.between(34, 44) : random.between(48, 64);
  const gapV = Math.max(22, storeys * 3 * 0.95);
  const gapU = tower ? random.between(16, 24) : random.between(10, 14);
  const kindergarten = area.u1 - area.u0 > 180 && random.chance(0.16);
  if (kindergarten) {
    const u = (area.u0 + area.u1) / 2;
    const v = (area.v0 + area.v1) / 2;
    const yard = { frame, u0: u - 28, v0: v - 24, u1: u + 28, v1: v + 24 };
    asPlace(site, "kindergarten", yard, () =>
      build(site, rectangle(frame, u - 23, v - 4, u + 23, v + 20), "public", 3, "u", 10),
    );
    site.ground.take(areaGround(yard));
  }
  if (random.chance(0.75)) fillShops(site, area, "south");
  if (random.chance(0.4)) fillShops(site, area, "east");
  for (let v = area.v0 + 22; v + depth <= area.v1 - 4; v += depth + gapV)
    for (let u = area.u0 + random.between(4, 12); u + length <= area.u1 - 16; u += length + gapU) {
      if (random.chance(0.035)) continue;
      const height = Math.max(3, storeys + (random.chance(0.2) ? random.integer(-1, 1) : 0));
      if (!tower && random.chance(0.05))
        build(site, rectangle(frame, u, v, u + length, v + 30), "residential", height, "l");
      else build(site, rectangle(frame, u, v, u + length, v + depth), "residential", height);
    }
}

/** A strip of shops along one edge. */
export function fillShops(site: Site, area: Area, edge: "south" | "east"): void {
  const { random } = site;
  const [low, high] = edge === "south" ? [area.u0, area.u1] : [area.v0 + 20, area.v1];
  for (let from = low + 3; from < high - 18; ) {
    const length = Math.min(random.between(22, 70), high - 3 - from);
    const ground =
      edge === "south"
        ? rectangle(area.frame, from, area.v0 + 1, from + length, area.v0 + 12)
        : rectangle(area.frame, area.u1 - 12, from, area.u1 - 1, from + length);
    if (length > 12 && random.chance(0.85)) build(site, ground, "commercial", random.integer(2, 3));
    from += length + random.between(4, 10);
  }
}

/** Teaching block, wings, canteen and hall around an open sports ground. */
export function fillCampus(site: Site, area: Area, storeys: number): void {
  const { frame } = area;
  const wide = area.u1 - area.u0;
  const deep = area.v1 - area.v0;
  const put = (u: number, v: number, length: number, depth: number, height: number, shape: Shape = "bar") =>
    build(
      site,
      rectangle(frame, area.u0 + u, area.v0 + v, area.u0 + u + length, area.v0 + v + depth),
      "public",
      height,
      shape,
    );
  put(wide * 0.06, deep * 0.62, wide * 0.5, deep * 0.3, storeys, "u");
  put(wide * 0.06, deep * 0.4, wide * 0.42, 13, storeys);
  put(wide * 0.64, deep * 0.72, wide * 0.28, Math.min(26, deep * 0.2), Math.max(2, storeys - 2));
  if (deep > 90) put(wide * 0.06, deep * 0.08, wide * 0.26, Math.min(24, deep * 0.16), 2);
}

/** Long blocks around courts: hospitals, offices, hotels. */
export function fillCompound(site: Site, area: Area, use: BuildingUse, storeys: number): void {
  const { frame } = area;
  const wide = area.u1 - area.u0;
  const deep = area.v1 - area.v0;
  const from = (u: number, v: number, u1: number, v1: number) =>
    rectangle(frame, area.u0 + wide * u, area.v0 + deep * v, area.u0 + wide * u1, area.v0 + deep * v1);
  build(site, from(0.12, 0.08, 0.88, 0.38), use, storeys, "u", Math.min(18, deep * 0.14));
  build(site, from(0.2, 0.52, 0.8, 0.68), use, Math.max(2, Math.round(storeys * 0.6)));
  if (wide > 60) build(site, from(0.08, 0.8, 0.4, 0.94), use, 2);
  if (wide > 60) build(site, from(0.52, 0.8, 0.92, 0.94), use, 2);
}

/** Large floors around the edge of the block and a tower or two: malls, offices, hotels. */
export function fillCentre(site: Site, area: Area): void {
  const { random } = site;
  for (const plot of parts(inner(area, 4), 105, 12)) {
    const kind = random.weighted<PlaceKind>([
      ["office", 34],
      ["mall", 9],
      ["hotel", 16],
      ["estate", 26],
      ["market", 6],
      ["culture", 5],
    ]);
    const margin = random.between(3, 9);
    const ground = inner(plot, margin);
    asPlace(site, kind, plot, () => {
      if (kind === "estate") fillEstate(site, plot, random.integer(11, 18));
      else if (kind === "mall" || kind === "market")
        build(site, areaGround(ground), "commercial", kind === "mall" ? random.integer(4, 6) : 2);
      else if (random.chance(0.5))
        fillCompound(site, ground, kind === "culture" ? "public" : "commercial", random.integer(5, 16));
      else {
        const shape = random.pick<Shape>(["l", "u", "bar"]);
        build(site, areaGround(ground), kind === "culture" ? "public" : "commercial", random.integer(4, 14), shape, 20);
      }
    });
  }
}

/** Halls in rows behind an office block, a yard between. */
export function fillFactory(site: Site, area: Area): void {
  const { random } = site;
  const { frame } = area;
  const ground = inner(area, random.between(7, 14));
  const office = Math.min(46, (ground.u1 - ground.u0) * 0.4);
  build(
    site,
    rectangle(frame, ground.u0 + 6, ground.v0, ground.u0 + 6 + office, ground.v0 + 14),
    "industrial",
    random.integer(3, 5),
  );
  const depth = random.between(24, 58);
  const gap = random.between(13, 22);
  for (let v = ground.v0 + 32; v + depth <= ground.v1; v += depth + gap) {
    let u = ground.u0 + random.between(0, 12);
    while (u < ground.u1 - 40) {
      const length = Math.min(random.between(45, 165), ground.u1 - u);
      if (length < 26) break;
      if (random.chance(0.86)) {
        const shape = length > 70 && random.chance(0.12) ? "l" : "bar";
        build(
          site,
          rectangle(frame, u, v, u + length, v + depth),
          "industrial",
          random.weighted([
            [1, 7],
            [2, 2],
            [3, 1],
          ]),
          shape,
          22,
        );
      }
      u += length + gap;
    }
  }
  if (random.chance(0.25))
    for (let i = 0; i < 4; i++) {
      const u = ground.u1 - 16 - i * 19;
      build(site, rectangle(frame, u - 8, ground.v0 + 4, u + 8, ground.v0 + 20), "other", 1, "round");
    }
}
