import {
  AlertOutlined,
  BellOutlined,
  ClockCircleOutlined,
  FileSearchOutlined,
  LineChartOutlined,
  PushpinOutlined,
  SolutionOutlined,
  TruckOutlined,
} from "@ant-design/icons";
import type { TrafficPart } from "../../state/view.ts";
import { later, type Part } from "../map/part-rail.tsx";

/** In the order of the rail (`TRAFFIC_PARTS`). */
export const PARTS: Partial<Record<TrafficPart, Part>> & { readonly screening: Part } = {
  screening: {
    icon: <AlertOutlined />,
    panel: later(() => import("./screening/screening-panel.tsx"), "ScreeningPanel"),
    isWide: true,
  },
  site: {
    icon: <FileSearchOutlined />,
    panel: later(() => import("./site/site-panel.tsx"), "SitePanel"),
    isWide: true,
  },
  effect: { icon: <LineChartOutlined />, panel: later(() => import("./effect/effect-panel.tsx"), "EffectPanel") },
  watch: { icon: <BellOutlined />, panel: later(() => import("./watch/watch-panel.tsx"), "WatchPanel") },
  times: {
    icon: <ClockCircleOutlined />,
    panel: later(() => import("./times/times-panel.tsx"), "TimesPanel"),
    isWide: true,
  },
  register: {
    icon: <SolutionOutlined />,
    panel: later(() => import("./register/register-panel.tsx"), "RegisterPanel"),
    isWide: true,
  },
  carriers: {
    icon: <TruckOutlined />,
    panel: later(() => import("./carriers/carriers-panel.tsx"), "CarriersPanel"),
    isWide: true,
  },
  placing: { icon: <PushpinOutlined />, panel: later(() => import("./placing/placing-panel.tsx"), "PlacingPanel") },
};
