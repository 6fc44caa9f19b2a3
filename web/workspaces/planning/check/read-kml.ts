import type { Geometry, Position } from "geojson";

/**
 * The points, lines and polygons of a KML document with the names of their placemarks.
 *
 * @returns `null` when it is no KML.
 */
export function readKml(text: string): { geometry: Geometry; name: string | null }[] | null {
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  if (parsed.querySelector("parsererror") || parsed.documentElement.localName !== "kml") return null;
  return [...parsed.getElementsByTagNameNS("*", "Placemark")].flatMap((placemark) => {
    const name = childOf(placemark, "name")?.textContent?.trim() || null;
    return ["Polygon", "LineString", "Point"].flatMap((type) =>
      [...placemark.getElementsByTagNameNS("*", type)].map((element) => ({
        geometry: geometryOf(type, element),
        name,
      })),
    );
  });
}

function geometryOf(type: string, element: Element): Geometry {
  if (type === "Point") return { type, coordinates: positionsOf(element)[0] ?? [] };
  if (type === "LineString") return { type, coordinates: positionsOf(element) };
  const holes = [...element.getElementsByTagNameNS("*", "innerBoundaryIs")];
  const outer = element.getElementsByTagNameNS("*", "outerBoundaryIs");
  return { type: "Polygon", coordinates: [...outer, ...holes].map(positionsOf) };
}

const positionsOf = (element: Element): Position[] =>
  (element.getElementsByTagNameNS("*", "coordinates")[0]?.textContent ?? "")
    .trim()
    .split(/\s+/)
    .filter((tuple) => tuple !== "")
    .map((tuple) => tuple.split(",").slice(0, 2).map(Number));

const childOf = (parent: Element, name: string) => [...parent.children].find(({ localName }) => localName === name);
