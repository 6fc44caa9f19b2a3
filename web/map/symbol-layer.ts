import { IconLayer, type IconLayerProps } from "@deck.gl/layers";
import { ATLAS_COLUMNS } from "./symbol-atlas.ts";

/**
 * Moves an icon's centre to the nearest whole pixel: without it every symbol is smeared over two.
 * Icons are an even number of pixels high and wide.
 */
const SNAP_TO_PIXEL = {
  "vs:DECKGL_FILTER_GL_POSITION": /* glsl */ `
    vec2 pixel = floor((position.xy / position.w * 0.5 + 0.5) * project.viewportSize + 0.5);
    position.xy = (pixel / project.viewportSize * 2.0 - 1.0) * position.w;`,
};

/** deck.gl's icon layer on whole pixels. */
export class CrispIconLayer<Item = unknown, Extra extends object = object> extends IconLayer<Item, Extra> {
  static override layerName = "CrispIconLayer";

  override getShaders() {
    const shaders = super.getShaders();
    return { ...shaders, inject: { ...shaders.inject, ...SNAP_TO_PIXEL } };
  }
}

const VERTEX_SHADER = /* glsl */ `\
#version 300 es
#define SHADER_NAME symbol-layer-vertex-shader
in vec2 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in float instanceIcons;
out float vColorMode;
out vec4 vColor;
out vec2 vTextureCoords;
out vec2 uv;
void main(void) {
  geometry.worldPosition = instancePositions;
  geometry.uv = positions;
  uv = positions;
  vColorMode = 0.0;
  vColor = vec4(1.0);
  vTextureCoords = vec2(0.0);
  if (instanceIcons < 0.5) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vec3 offset = vec3(positions * 0.5 * icon.sizeScale, 0.0);
  offset.y *= -1.0;
  DECKGL_FILTER_SIZE(offset, geometry);
  gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);

  float look = instanceIcons - 1.0;
  vec2 cells = vec2(${ATLAS_COLUMNS}.0, icon.iconsTextureDim.y / icon.iconsTextureDim.x * ${ATLAS_COLUMNS}.0);
  vec2 cell = vec2(mod(look, ${ATLAS_COLUMNS}.0), floor(look / ${ATLAS_COLUMNS}.0));
  vTextureCoords = (cell + (positions + 1.0) * 0.5) / cells;
  DECKGL_FILTER_COLOR(vColor, geometry);
}
`;

type Props = Pick<IconLayerProps, "id" | "iconAtlas" | "opacity"> & {
  readonly data: {
    readonly length: number;
    readonly attributes: {
      readonly getPosition: { readonly value: Float64Array; readonly size: 2 };
      /** One byte a symbol (`toIconColumn`): 0 hides it. All that a filter change uploads. */
      readonly getIcon: { readonly value: Uint8Array; readonly size: 1 };
    };
  };
  /** Width of an atlas cell on the screen. */
  readonly sizeScale: number;
};

/**
 * A ledger's symbols. An icon layer whose instances are a position and one byte, the cell of a regular atlas:
 * 100,000 symbols are 2.5 MB on the card instead of 8, and a filter change is 100 kB.
 */
export class SymbolLayer extends CrispIconLayer<unknown, Props> {
  static override layerName = "SymbolLayer";

  override getShaders() {
    return { ...super.getShaders(), vs: VERTEX_SHADER };
  }

  override initializeState() {
    super.initializeState();
    const attributes = this.getAttributeManager()!;
    attributes.remove(["instanceSizes", "instanceIconDefs", "instanceColors", "instanceAngles", "instancePixelOffset"]);
    attributes.addInstanced({ instanceIcons: { size: 1, type: "uint8", accessor: "getIcon" } });
  }
}
