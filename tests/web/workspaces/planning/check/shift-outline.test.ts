import fc from "fast-check";
import { expect, test } from "vitest";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { shiftOutline } from "../../../../../web/workspaces/planning/check/shift-outline.ts";

const corner = fc.tuple(
  fc.double({ min: 122, max: 122.01, noNaN: true }),
  fc.double({ min: 43, max: 43.01, noNaN: true }),
);
const metres = fc.double({ min: -2_000, max: 2_000, noNaN: true });

test("every corner goes as far as was asked, to the centimetre", () => {
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 5 }), metres, metres, (coordinates, eastM, northM) => {
      const line = { type: "LineString" as const, coordinates };
      const moved = shiftOutline(line, eastM, northM);
      coordinates.forEach(([lon, lat], at) => {
        const [lonNow, latNow] = (moved.coordinates as number[][])[at]!;
        const wentM = geodesicDistanceM(lon, lat, lonNow!, latNow!);
        expect(Math.abs(wentM - Math.hypot(eastM, northM))).toBeLessThan(0.01);
      });
    }),
  );
});

test("holes and parts go along, and there and back is where it was", () => {
  const ring = [
    [122.26, 43.62],
    [122.261, 43.62],
    [122.261, 43.621],
    [122.26, 43.62],
  ];
  const outline = { type: "MultiPolygon" as const, coordinates: [[ring, ring], [ring]] };
  const back = shiftOutline(shiftOutline(outline, 120, -35), -120, 35);
  const flat = (shape: unknown) =>
    JSON.stringify(shape)
      .match(/-?\d+\.\d+/g)!
      .map(Number);
  const [there, here] = [flat(back.coordinates), flat(outline.coordinates)];
  for (const [at, degrees] of there.entries()) expect(degrees).toBeCloseTo(here[at]!, 7);
  expect(flat(shiftOutline(outline, 10, 0).coordinates)).not.toContain(122.26);
});
