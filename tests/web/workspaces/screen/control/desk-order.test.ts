import { expect, test } from "vitest";
import type { AlarmView } from "../../../../../web/api-wall.ts";
import { deskOrder } from "../../../../../web/workspaces/screen/control/desk-order.ts";

const alarm = (id: string, more: Partial<AlarmView> = {}): AlarmView => ({
  ...{ id, revision: 1, state: "raised", grade: 3, gravest: 3, simulated: false, sensor: id, value: 30, unit: "%LEL" },
  source: { id: "gateway", title: "罐区网关" },
  ...{
    title: { zh: "可燃气体" },
    position: [122.26, 43.62],
    feature: null,
    note: null,
    chattering: false,
    shelf: null,
  },
  ...{ raisedAt: "2026-11-26T08:00:00Z", gradedAt: "2026-11-26T08:00:00Z" },
  ...{ acknowledgedAt: null, acknowledgedBy: null, clearedAt: null },
  ...more,
});
const seen = { acknowledgedAt: "2026-11-26T08:01:00Z", acknowledgedBy: "李工" };
const cleared = { state: "cleared", clearedAt: "2026-11-26T08:02:00Z" } as const;
const shelf = { grade: 3, by: "李工", reason: "检修", until: "2026-11-26T16:00:00Z" } as const;
const idsOf = (alarms: readonly AlarmView[]) => alarms.map(({ id }) => id);

test("what nobody has seen waits on the desk, also after it has cleared; what was seen and has cleared does not", () => {
  const alarms = [
    alarm("open"),
    alarm("in hand", seen),
    alarm("unseen", cleared),
    alarm("over", { ...cleared, ...seen }),
  ];
  expect(idsOf(deskOrder(alarms))).toEqual(["open", "in hand", "unseen"]);
});

test("a sensor that was put aside stands last and once, also while it has no alarm", () => {
  const aside = { shelf, sensor: "A" };
  const alarms = [alarm("new", aside), alarm("open"), alarm("old", { ...aside, ...cleared })];
  expect(idsOf(deskOrder(alarms))).toEqual(["open", "new"]);
  expect(idsOf(deskOrder([alarm("open"), alarm("over", { ...aside, ...cleared, ...seen })]))).toEqual(["open", "over"]);
});
