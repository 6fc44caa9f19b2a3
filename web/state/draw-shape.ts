import type { Geometry } from "geojson";
import type { DrawMode } from "../map/picture.ts";
import { type Surface, useSurface } from "./surface.ts";

let latest = 0;

/** Has the person draw a shape on the map. @returns `null` when they cancel or begin another one. */
export async function drawShape(mode: DrawMode, by: NonNullable<Surface["drawing"]>): Promise<Geometry | null> {
  const { map } = useSurface.getState();
  if (!map) return null;
  const ticket = ++latest;
  useSurface.setState({ drawing: by });
  const shape = await map.draw(mode);
  // The click that ends a drawing is still on its way to the map: until it has passed, clicks belong to the drawing.
  await new Promise((resolve) => setTimeout(resolve));
  if (ticket === latest) useSurface.setState({ drawing: null });
  return shape;
}
