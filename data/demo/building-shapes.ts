import { at, type Point } from "./frame.ts";
import { corners, type Rectangle } from "./rectangle.ts";

export type Shape = "bar" | "l" | "u" | "round";

/** A building's outline inside its ground: counter-clockwise, not closed. `depthM` is the depth of a wing of an L or a U. */
export function outline(ground: Rectangle, shape: Shape, depthM = 13): Point[] {
  const { frame, u, v, halfU, halfV } = ground;
  const point = (du: number, dv: number) => at(frame, u + du, v + dv);
  switch (shape) {
    case "bar":
      return corners(ground);
    case "l":
      return [
        point(-halfU, -halfV),
        point(-halfU + depthM, -halfV),
        point(-halfU + depthM, halfV - depthM),
        point(halfU, halfV - depthM),
        point(halfU, halfV),
        point(-halfU, halfV),
      ];
    case "u":
      return [
        point(-halfU, -halfV),
        point(-halfU + depthM, -halfV),
        point(-halfU + depthM, halfV - depthM),
        point(halfU - depthM, halfV - depthM),
        point(halfU - depthM, -halfV),
        point(halfU, -halfV),
        point(halfU, halfV),
        point(-halfU, halfV),
      ];
    case "round": {
      const radius = Math.min(halfU, halfV);
      return Array.from({ length: 12 }, (_, i) => {
        const angle = (i * Math.PI) / 6;
        return point(radius * Math.cos(angle), radius * Math.sin(angle));
      });
    }
  }
}
