import type { Catalogue } from "./words.ts";

/** The sheet that goes along to a site. */
interface VisitWords {
  readonly title: string;
  readonly print: string;
  readonly back: string;
  readonly on: string;
  readonly by: string;
  readonly weather: string;
  readonly yes: string;
  readonly no: string;
  readonly notSeen: string;
  readonly remark: string;
  readonly sketch: string;
  readonly signature: string;
  readonly office: string;
  readonly demo: string;
}

export const VISIT_WORDS: Catalogue<VisitWords> = {
  zh: {
    title: "事故多发点段现场勘查表",
    print: "打印",
    back: "返回诊断",
    on: "勘查日期",
    by: "勘查人",
    weather: "天气",
    yes: "有",
    no: "无",
    notSeen: "未查",
    remark: "说明",
    sketch: "现场示意与照片编号",
    signature: "签字",
    office: "单位",
    demo: "演示数据，并非真实地点",
  },
  en: {
    title: "Site visit sheet for an accident-prone site",
    print: "Print",
    back: "Back to the diagnosis",
    on: "Visited on",
    by: "Visited by",
    weather: "Weather",
    yes: "yes",
    no: "no",
    notSeen: "not seen",
    remark: "Remark",
    sketch: "Sketch and numbers of photographs",
    signature: "Signature",
    office: "Office",
    demo: "Demonstration data, no real place",
  },
};
