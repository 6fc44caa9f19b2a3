import type { Layer } from "@deck.gl/core";
import { PathLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { type Rgba, toRgb } from "./color.ts";
import { type MapTheme, mapTheme } from "./map-theme.ts";
import { type OutlinePart, type OutlineParts, outlinesMinZoom, toOutlineParts } from "./outlines.ts";
import type { MapPicture } from "./picture.ts";
import type { SceneLayer } from "./scene-view.ts";
import { symbolClasses } from "./symbol-classes.ts";

const HIDDEN: Rgba = [0, 0, 0, 0];
const FILL_ALPHA = 54;
const LINE_ALPHA = 230;

type PathProps = ConstructorParameters<typeof PathLayer<OutlinePart>>[0];

/** Plants, plots, houses and road segments in the colour of their symbol, and the selected ones in the accent. */
export class OutlineScene {
  readonly #parts = new WeakMap<Snapshot, OutlineParts>();

  build(layer: SceneLayer, zoom: number): Layer[] {
    const { definition, snapshot, symbols, visible, opacity } = layer;
    if (!snapshot.outlines || zoom < outlinesMinZoom(definition)) return [];
    const { polygons, paths } = this.#partsOf(snapshot);
    const colors = symbolClasses(definition).map((each) => toRgb(each.color));
    // A filter change repaints; the shapes themselves stay on the card.
    const colorOf = (alpha: number) => (part: OutlinePart) =>
      visible && visible[part.row] === 0
        ? HIDDEN
        : ([...colors[symbols.classes[symbols.ranks[part.row]!]!]!, alpha] as Rgba);
    const shared = { opacity, positionFormat: "XY" as const };
    return [
      new SolidPolygonLayer<OutlinePart>({
        ...shared,
        id: `areas-${definition.id}`,
        data: polygons,
        getPolygon: (part: OutlinePart) =>
          // The flat form with hole indices is documented and missing from the types.
          ({ positions: part.positions, holeIndices: [...part.holeIndices] }) as never,
        getFillColor: colorOf(FILL_ALPHA),
        updateTriggers: { getFillColor: visible },
      }),
      new PathLayer<OutlinePart>({
        ...shared,
        ...ROUND_LINE,
        id: `outlines-${definition.id}`,
        data: paths,
        getColor: colorOf(LINE_ALPHA),
        getWidth: 1,
        widthScale: polygons.length === 0 ? 5 : zoom >= 15 ? 2 : 1.5,
        updateTriggers: { getColor: visible },
      } as PathProps),
    ];
  }

  selected(picture: MapPicture): Layer[] {
    const theme = mapTheme(picture.theme);
    const paths = picture.selected.flatMap(({ layer: id, row }) => {
      const layer = picture.layers.find((each) => each.definition.id === id);
      return layer ? this.#partsOf(layer.snapshot).paths.filter((part) => part.row === row) : [];
    });
    return paths.length === 0 ? [] : haloedPaths("selected-outline", paths, theme);
  }

  #partsOf(snapshot: Snapshot): OutlineParts {
    let parts = this.#parts.get(snapshot);
    if (!parts) {
      parts = toOutlineParts(snapshot);
      this.#parts.set(snapshot, parts);
    }
    return parts;
  }
}

const ROUND_LINE = {
  getPath: (part: OutlinePart) => part.positions as never,
  widthUnits: "pixels",
  antialiasing: true,
  jointRounded: true,
  capRounded: true,
} as const;

function haloedPaths(id: string, data: OutlinePart[], theme: MapTheme): Layer[] {
  return [
    { id: `${id}-halo`, color: theme.accentHalo, width: 7 },
    { id, color: theme.accent, width: 3.5 },
  ].map(
    (line) =>
      new PathLayer<OutlinePart>({
        ...ROUND_LINE,
        id: line.id,
        data,
        positionFormat: "XY",
        getColor: [...toRgb(line.color), 255],
        getWidth: line.width,
        updateTriggers: { getColor: line.color },
      } as PathProps),
  );
}
