import type { FilterProblemCode } from "#data/layers/filter.ts";
import type { StandardProperty } from "#data/layers/filter-properties.ts";
import type { Catalogue } from "./words.ts";

/** Filters of a layer: the form, the chips, and the text with its errors. */
interface FilterWords {
  readonly filter: string;
  readonly filterOf: (layer: string) => string;
  readonly reset: string;
  readonly clear: (what: string) => string;
  readonly standard: Readonly<Record<StandardProperty, string>>;
  readonly unknown: string;
  readonly yes: string;
  readonly no: string;
  readonly or: string;
  readonly from: (field: string) => string;
  readonly to: (field: string) => string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly contains: string;
  readonly containing: (part: string) => string;
  readonly atLeast: (value: string) => string;
  readonly atMost: (value: string) => string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly allUnknown: string;
  readonly timeWindow: string;
  /** How several choices follow each other. */
  readonly separator: string;
  readonly more: (count: number) => string;
  readonly otherCondition: string;
  readonly otherHint: string;
  readonly asText: string;
  readonly textLabel: string;
  readonly textHint: string;
  readonly properties: string;
  readonly notApplied: string;
  readonly ignored: string;
  readonly brokenFilter: string;
  readonly problem: Readonly<Record<FilterProblemCode, string>>;
  readonly position: (character: number) => string;
  readonly allowed: string;
  /** What the reader of filters calls things that have no fixed spelling. */
  readonly tokens: Readonly<Record<string, string>>;
}

export const FILTER_WORDS: Catalogue<FilterWords> = {
  zh: {
    filter: "筛选",
    filterOf: (layer) => `${layer}的筛选`,
    reset: "清除筛选",
    clear: (what) => `取消：${what}`,
    standard: { name: "名称", code: "编号", district: "镇街", source: "来源", observedOn: "数据日期" },
    unknown: "未知",
    yes: "是",
    no: "否",
    or: "或",
    from: (field) => `${field}下限`,
    to: (field) => `${field}上限`,
    fromDay: "开始日期",
    toDay: "结束日期",
    contains: "包含的文字，区分大小写",
    containing: (part) => `含“${part}”`,
    atLeast: (value) => `≥ ${value}`,
    atMost: (value) => `≤ ${value}`,
    since: (day) => `${day} 起`,
    until: (day) => `至 ${day}`,
    allUnknown: "该项全部未知",
    timeWindow: "时间窗",
    separator: "、",
    more: (count) => `等 ${count} 项`,
    otherCondition: "其他条件",
    otherHint: "表单无法表示的条件，可在下方以文本修改",
    asText: "以文本编辑（CQL2）",
    textLabel: "筛选文本",
    textHint: "例：deaths >= 1 AND severity IN ('fatal')",
    properties: "可用属性",
    notApplied: "尚未生效，地图仍按上一个正确的筛选显示",
    ignored: "未生效，此筛选不隐藏任何内容",
    brokenFilter: "筛选文本有误",
    problem: {
      "too-long": "文本过长",
      "too-deep": "括号嵌套过深",
      syntax: "此处写法不对",
      "unknown-property": "没有这个属性",
      personal: "个人信息不能用于筛选",
      operator: "该属性不支持这种比较",
      type: "值的类型与属性不符",
      "unknown-value": "代码表中没有这个值",
    },
    position: (character) => `第 ${character} 个字符`,
    allowed: "此处可用：",
    tokens: {
      "the end": "结束",
      "a property": "属性名",
      "a value": "值",
      "a number": "数字",
      "'text'": "'文字'",
      "'text with %'": "'带 % 的文字'",
    },
  },
  en: {
    filter: "Filter",
    filterOf: (layer) => `Filter of ${layer}`,
    reset: "Clear filter",
    clear: (what) => `Clear: ${what}`,
    standard: { name: "Name", code: "Code", district: "District", source: "Source", observedOn: "Observed on" },
    unknown: "unknown",
    yes: "yes",
    no: "no",
    or: "or",
    from: (field) => `${field}, from`,
    to: (field) => `${field}, to`,
    fromDay: "From",
    toDay: "To",
    contains: "Text it contains, case counts",
    containing: (part) => `contains "${part}"`,
    atLeast: (value) => `≥ ${value}`,
    atMost: (value) => `≤ ${value}`,
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    allUnknown: "Unknown for every feature",
    timeWindow: "Time window",
    separator: ", ",
    more: (count) => `+${count}`,
    otherCondition: "Other condition",
    otherHint: "A condition that the form cannot express; change it in the text below",
    asText: "Edit as text (CQL2)",
    textLabel: "Filter text",
    textHint: "Example: deaths >= 1 AND severity IN ('fatal')",
    properties: "Properties",
    notApplied: "Not applied yet: the map still shows the last correct filter",
    ignored: "Not applied: this filter hides nothing",
    brokenFilter: "Filter text is wrong",
    problem: {
      "too-long": "The text is too long",
      "too-deep": "Parentheses go too deep",
      syntax: "This cannot stand here",
      "unknown-property": "There is no such property",
      personal: "Personal data cannot be filtered by",
      operator: "The property does not understand this comparison",
      type: "The value is not of the property's type",
      "unknown-value": "The code list has no such value",
    },
    position: (character) => `at character ${character}`,
    allowed: "Allowed here: ",
    tokens: {},
  },
};
