import { expect, test } from "vitest";
import { foldRoad, roadNumberOf } from "#data/traffic/network/road-names.ts";

test("case, width and spaces make no difference", () => {
  for (const text of ["g111", "Ｇ１１１", " G 111 ", "Ｇ１１１"]) expect(foldRoad(text)).toBe("G111");
  expect(foldRoad("建国 路")).toBe("建国路");
});

test.each([
  ["G111", "G111"],
  ["G111线", "G111"],
  ["国道G111线", "G111"],
  ["国道111线", "G111"],
  ["111国道", "G111"],
  ["Ｇ１１１", "G111"],
  ["G-111", "G111"],
  ["省道303", "S303"],
  ["S303省道", "S303"],
  ["县道901线", "X901"],
  ["G9990", "G9990"],
])("%s is %s", (text, number) => {
  expect(roadNumberOf(text)).toBe(number);
});

test.each(["111", "建国路", "G", "G11111", "国道", "G111 K812", "沿G111", ""])("%j is no road number", (text) => {
  expect(roadNumberOf(text)).toBeNull();
});
