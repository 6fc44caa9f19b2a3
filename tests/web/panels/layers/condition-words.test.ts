import { expect, test } from "vitest";
import { parseFilter } from "#data/layers/filter.ts";
import { getLayer } from "#data/layers/index.ts";
import { FILTER_WORDS } from "../../../../web/messages/filters.ts";
import type { Language } from "../../../../web/messages/words.ts";
import { describeCondition, fieldTitle } from "../../../../web/panels/layers/condition-words.ts";
import { toFormFilter } from "../../../../web/panels/layers/conditions.ts";
import { formFields } from "../../../../web/panels/layers/form-fields.ts";

/** What the chips of a filter say. */
function chips(text: string, layerId: string, language: Language): string[] {
  const layer = getLayer(layerId);
  const { conditions } = toFormFilter(parseFilter(text, layer), layer);
  const wording = { language, words: FILTER_WORDS[language], districts: new Map([["150502", "西门街道"]]) };
  return formFields(layer).flatMap((field) => {
    const condition = conditions[field.property];
    return condition ? [`${fieldTitle(field, wording)}: ${describeCondition(field, condition, wording)}`] : [];
  });
}

test.each<[string, string, string, string]>([
  ["accidents", "severity IN ('fatal', 'injury')", "严重程度: 死亡事故、伤人事故", "Severity: Fatal, Injury"],
  ["accidents", "severity IS NULL", "严重程度: 未知", "Severity: unknown"],
  ["accidents", "deaths >= 1", "死亡人数: ≥ 1 人", "Deaths: ≥ 1"],
  ["accidents", "deaths BETWEEN 2 AND 2 OR deaths IS NULL", "死亡人数: 2 人 或 未知", "Deaths: 2 or unknown"],
  ["water-sources", "flowLps BETWEEN 1.5 AND 30", "流量: 1.5 – 30 L/s", "Flow: 1.5 – 30 L/s"],
  ["houses", "altered IN (TRUE, FALSE)", "改扩建: 是、否", "Altered or extended: yes, no"],
  ["houses", "appraisedOn <= DATE('2024-03-05')", "鉴定日期: 至 2024-03-05", "Appraised on: until 2024-03-05"],
  ["houses", "address LIKE '%科尔沁%'", "地址: 含“科尔沁”", 'Address: contains "科尔沁"'],
  ["houses", "district IN ('150502', '9')", "镇街: 西门街道、9", "District: 西门街道, 9"],
])("%s: %s is said in both languages", (layer, text, zh, en) => {
  expect(chips(text, layer, "zh")).toEqual([zh]);
  expect(chips(text, layer, "en")).toEqual([en]);
});

test("many choices are named in part and counted", () => {
  expect(chips("form IN ('head-on', 'rear-end', 'angle', 'rollover', 'other')", "accidents", "zh")).toEqual([
    "事故形态: 正面碰撞、追尾碰撞、侧面碰撞 等 5 项",
  ]);
});
