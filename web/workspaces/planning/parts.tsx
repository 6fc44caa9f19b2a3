import {
  AuditOutlined,
  BookOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  OrderedListOutlined,
  RadarChartOutlined,
  TableOutlined,
} from "@ant-design/icons";
import type { PlanningPart } from "../../state/view.ts";
import { later, type Part } from "../map/part-rail.tsx";

/** In the order of the rail (`PLANNING_PARTS`). */
export const PARTS: Partial<Record<PlanningPart, Part>> & { readonly check: Part } = {
  check: { icon: <FileDoneOutlined />, panel: later(() => import("./check/check-panel.tsx"), "CheckPanel") },
  backlog: {
    icon: <OrderedListOutlined />,
    panel: later(() => import("./backlog/backlog-panel.tsx"), "BacklogPanel"),
  },
  siting: { icon: <RadarChartOutlined />, panel: later(() => import("./siting/siting-panel.tsx"), "SitingPanel") },
  grading: { icon: <DashboardOutlined />, panel: later(() => import("./grading/grading-panel.tsx"), "GradingPanel") },
  batch: { icon: <TableOutlined />, panel: later(() => import("./batch/batch-panel.tsx"), "BatchPanel") },
  opinion: {
    icon: <AuditOutlined />,
    panel: later(() => import("./second-opinions/second-panel.tsx"), "SecondPanel"),
  },
  rules: {
    icon: <BookOutlined />,
    panel: later(() => import("./rules/rules-panel.tsx"), "RulesPanel"),
    isWide: true,
  },
};
