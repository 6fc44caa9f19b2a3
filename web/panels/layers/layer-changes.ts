import type { LayerDefinition } from "#data/layers/define.ts";
import { formatFilter } from "#data/layers/filter.ts";
import { LAYERS } from "#data/layers/index.ts";
import { layerExtent } from "../../state/home-extent.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { selectRows } from "../../state/selections.ts";
import { useSurface } from "../../state/surface.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { type FormFilter, toFilter } from "./conditions.ts";

const LEDGERS = LAYERS.filter(({ role }) => role === "ledger").map(({ id }) => id);

/** In the registry's order, whatever was switched first: the same layers make the same address. */
const inOrder = (on: ReadonlySet<string>): string[] => LAYERS.map(({ id }) => id).filter((id) => on.has(id));

export function showLayer(layer: string, on: boolean): void {
  changeView(({ layers }) => ({
    layers: inOrder(new Set(on ? [...layers, layer] : layers.filter((id) => id !== layer))),
  }));
}

export function showLedgers(on: boolean): void {
  changeView(({ layers }) => ({
    layers: inOrder(new Set([...layers.filter((id) => !LEDGERS.includes(id)), ...(on ? LEDGERS : [])])),
  }));
}

export function setOpacity(layer: string, opacity: number): void {
  changeView((view) => {
    const { [layer]: _, ...others } = view.opacity;
    return { opacity: opacity === 1 ? others : { ...others, [layer]: opacity } };
  });
}

/** @param text - empty for no filter. */
export function setFilter(layer: string, text: string): void {
  changeView((view) => {
    const { [layer]: _, ...others } = view.filters;
    return { filters: text.trim() === "" ? others : { ...others, [layer]: text } };
  });
}

/** Writes a form as the layer's filter text, which is the only place where a filter is kept. */
export function setForm(definition: LayerDefinition, form: FormFilter): void {
  const filter = toFilter(form, definition);
  setFilter(definition.id, filter ? formatFilter(filter) : "");
}

export const clearTime = (): void => changeView({ time: null });

/** Opens the heat of a layer, as it was last set when it is the same layer. */
export function showHeat(layer: string): void {
  changeView(({ heat }) => ({
    heat: {
      bandwidthM: heat?.bandwidthM ?? 300,
      opacity: heat?.opacity ?? 0.85,
      lowestBand: heat?.lowestBand ?? 1,
      counts: heat?.counts ?? false,
      layer,
      weight: heat?.layer === layer ? heat.weight : "count",
    },
    tool: "heat",
  }));
}

/** Moves the map to what is shown of a layer, or to all of it while nothing passes its filter. */
export function zoomToLayer(ledger: Ledger): void {
  const { rows } = selectRows(ledger.definition, ledger.snapshot, useView.getState());
  const extent = layerExtent(ledger, rows) ?? layerExtent(ledger);
  if (extent) useSurface.getState().map?.fit(extent);
}
