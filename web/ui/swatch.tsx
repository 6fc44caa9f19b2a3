import type { LayerDefinition } from "#data/layers/define.ts";
import { type SymbolClass, symbolClasses } from "../map/symbol-classes.ts";
import { inkOn, markPlace, SHAPE_PATHS } from "../map/symbol-shapes.ts";

/** A layer's symbol as the map draws it: shape, colour and mark together. */
export function Swatch({ layer, look, size = 18 }: { layer: LayerDefinition; look?: SymbolClass; size?: number }) {
  const { shape, color, mark = "" } = layer.symbol;
  const { color: fill, mark: sign } = look ?? { color, mark };
  const place = markPlace(shape, sign);
  return (
    <svg width={size} height={size} viewBox="-1 -1 26 26" aria-hidden="true" style={{ flex: "none" }}>
      <path d={SHAPE_PATHS[shape]} fill={fill} stroke="rgb(255 255 255 / 85%)" strokeWidth="1.4" />
      {sign && (
        <text
          x={place.x}
          y={place.y}
          fontSize={place.size}
          fill={inkOn(fill)}
          fontWeight="600"
          textAnchor="middle"
          dominantBaseline="central"
        >
          {sign}
        </text>
      )}
    </svg>
  );
}

/** The look of a code in the attribute that a layer's symbol goes by. */
export const lookOf = (layer: LayerDefinition, code: string | null): SymbolClass | undefined =>
  symbolClasses(layer).find((each) => each.code === code);
