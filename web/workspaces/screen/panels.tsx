import type { ComponentType } from "react";
import { COUNT_PANELS } from "#data/wall/panels.ts";
import { CountPanel } from "./count-panel.tsx";
import { DistrictPanel } from "./district-panel.tsx";

/** How each panel is drawn, by its id. */
export const DRAWN: Readonly<Record<string, ComponentType>> = {
  ...Object.fromEntries(COUNT_PANELS.map((panel) => [panel.id, () => <CountPanel panel={panel} />])),
  districts: DistrictPanel,
};
