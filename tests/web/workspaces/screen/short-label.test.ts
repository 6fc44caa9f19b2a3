import { expect, test } from "vitest";
import { shortLabel } from "../../../../web/workspaces/screen/traffic/short-label.ts";

test.each([
  ["G111 K812+079 – K812+800", "G111 K812+079~800"],
  ["珊瑚大街 K2+654 – K3+018", "珊瑚大街 K2+654~K3+018"],
  ["枣园大路 × 数源街", "枣园大路 × 数源街"],
])("%s is written %s", (label, short) => {
  expect(shortLabel(label)).toBe(short);
});
