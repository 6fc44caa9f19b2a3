import { COUNT_PANELS } from "#data/wall/panels.ts";
import type { PanelFigures } from "./behind.ts";
import { sectorFigures, targetFigures, totalFigures } from "./campaign-figures.ts";
import { changeFigures } from "./change-figures.ts";
import { countPanelFigures } from "./count-figures.ts";
import { districtFigures } from "./district-figures.ts";
import { conflictFigures, substanceFigures, surroundingsFigures } from "./hazard-figures.ts";
import { alarmFigures, alarmListFigures, aroundFigures, waterFigures } from "./incident-figures.ts";
import { monthFigures, spotFigures, watchFigures, weekFigures } from "./traffic-figures.ts";

/** The figures of every panel that has any which can be opened, by the panel's id. */
export const PANEL_FIGURES: Readonly<Record<string, PanelFigures>> = {
  ...Object.fromEntries(COUNT_PANELS.map((panel) => [panel.id, countPanelFigures(panel)])),
  changes: changeFigures,
  districts: districtFigures,
  "hazard-surroundings": surroundingsFigures,
  "hazard-substances": substanceFigures,
  "hazard-conflicts": conflictFigures,
  "campaign-total": totalFigures,
  "campaign-targets": targetFigures,
  "campaign-sectors": sectorFigures,
  alarms: alarmListFigures,
  alarm: alarmFigures,
  "incident-around": aroundFigures,
  "incident-water": waterFigures,
  "black-spots": spotFigures,
  "watch-list": watchFigures,
  "crash-week": weekFigures,
  "crash-months": monthFigures,
};
