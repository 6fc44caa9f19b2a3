import type { ComponentType } from "react";
import { COUNT_PANELS } from "#data/wall/panels.ts";
import { CountPanel, countPanelHeightEm } from "./count-panel.tsx";
import { DISTRICT_PANEL_HEIGHT_EM, DistrictPanel } from "./district-panel.tsx";
import { MONTH_PANEL_HEIGHT_EM, MonthPanel } from "./traffic/month-panel.tsx";
import { SPOT_PANEL_HEIGHT_EM, SpotPanel } from "./traffic/spot-panel.tsx";
import { WATCH_PANEL_HEIGHT_EM, WatchPanel } from "./traffic/watch-panel.tsx";
import { WEEK_PANEL_HEIGHT_EM, WeekPanel } from "./traffic/week-panel.tsx";

/** How a panel is drawn, and how high it has to be to show what it has, in sizes of the type. */
export interface DrawnPanel {
  readonly Panel: ComponentType;
  readonly heightEm: number;
}

/** Every panel, by its id. */
export const DRAWN: Readonly<Record<string, DrawnPanel>> = {
  ...Object.fromEntries(
    COUNT_PANELS.map((panel) => [
      panel.id,
      { Panel: () => <CountPanel panel={panel} />, heightEm: countPanelHeightEm(panel) },
    ]),
  ),
  districts: { Panel: DistrictPanel, heightEm: DISTRICT_PANEL_HEIGHT_EM },
  "black-spots": { Panel: SpotPanel, heightEm: SPOT_PANEL_HEIGHT_EM },
  "watch-list": { Panel: WatchPanel, heightEm: WATCH_PANEL_HEIGHT_EM },
  "crash-week": { Panel: WeekPanel, heightEm: WEEK_PANEL_HEIGHT_EM },
  "crash-months": { Panel: MonthPanel, heightEm: MONTH_PANEL_HEIGHT_EM },
};
