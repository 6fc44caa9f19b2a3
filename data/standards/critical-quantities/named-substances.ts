import type { Confidence } from "../rule.ts";
import type { CategorySymbol } from "./categories.ts";

/** One of the substances that a row names, under the names that people write. */
export interface NamedForm {
  /** `null`: the table gives no number. */
  readonly cas: string | null;
  /** The first is the one shown. */
  readonly names: readonly string[];
}

/** A row of table 1. */
export interface NamedSubstance {
  readonly row: number;
  /** As the table writes it. */
  readonly name: string;
  readonly forms: readonly NamedForm[];
  /** Critical quantity Q, tonnes. */
  readonly tonnes: number;
  /** The category that β follows where table 3 does not name the substance; `null`: none of table 2 fits. */
  readonly category: CategorySymbol | null;
  /** Of the category, which table 1 does not print. `uncertain`: two could be meant, and the one with the higher β stands here. */
  readonly categoryConfidence: Exclude<Confidence, "verified">;
  /** The row is about a strength or a form that the CAS number does not tell, so that the number alone does not find it. */
  readonly byNameOnly: boolean;
  /** Solutions that share the number and are not this row. */
  readonly notNames: readonly string[];
  readonly clause: string;
  readonly confidence: Confidence;
  readonly source: string;
}

type Form = readonly [cas: string | null, ...names: string[]];
interface Options {
  readonly uncertain?: true;
  readonly byNameOnly?: true;
  readonly notNames?: readonly string[];
}

function row(
  number: number,
  name: string,
  tonnes: number,
  category: CategorySymbol | null,
  forms: readonly Form[],
  options: Options = {},
): NamedSubstance {
  return {
    row: number,
    name,
    forms: forms.map(([cas, ...names]) => ({ cas, names })),
    tonnes,
    category,
    categoryConfidence: options.uncertain ? "uncertain" : "memory",
    byNameOnly: options.byNameOnly ?? false,
    notNames: options.notNames ?? [],
    clause: `GB 18218-2018 表1 第${number}行`,
    confidence: "verified",
    source: "S02",
  };
}

const NITROCELLULOSE = "9004-70-0";
const BY_NAME = { byNameOnly: true } as const;

/**
 * All 85 rows of table 1. Q was read in a copy; names and CAS numbers are restored from memory and agree with it, but for row 31.
 *
 * @see GB 18218-2018, table 1
 */
export const NAMED_SUBSTANCES: readonly NamedSubstance[] = [
  row(1, "氨", 10, "J3", [["7664-41-7", "氨", "液氨", "氨气", "无水氨", "NH3", "ammonia"]], {
    notNames: ["氨水", "氢氧化铵"],
  }),
  row(2, "二氟化氧", 1, "J1", [["7783-41-7", "二氟化氧", "一氧化二氟", "OF2"]]),
  row(3, "二氧化氮", 1, "J1", [["10102-44-0", "二氧化氮", "NO2"]]),
  row(4, "二氧化硫", 20, "J3", [["7446-09-5", "二氧化硫", "液化二氧化硫", "液态二氧化硫", "SO2", "sulfur dioxide"]]),
  row(5, "氟", 1, "J1", [["7782-41-4", "氟", "氟气", "F2", "fluorine"]], { uncertain: true }),
  row(6, "碳酰氯(光气)", 0.3, "J1", [["75-44-5", "碳酰氯(光气)", "碳酰氯", "光气", "COCl2", "phosgene"]]),
  row(7, "环氧乙烷", 10, "J3", [["75-21-8", "环氧乙烷", "氧化乙烯", "EO", "ethylene oxide"]]),
  row(8, "甲醛(含量>90%)", 5, "J3", [["50-00-0", "甲醛(含量>90%)", "甲醛(>90%)", "甲醛气体"]], {
    uncertain: true,
    byNameOnly: true,
    notNames: ["福尔马林", "甲醛溶液"],
  }),
  row(9, "磷化氢", 1, "J1", [["7803-51-2", "磷化氢", "磷化三氢", "膦", "PH3", "phosphine"]]),
  row(10, "硫化氢", 5, "J3", [["7783-06-4", "硫化氢", "H2S", "hydrogen sulfide"]]),
  row(11, "氯化氢(无水)", 20, "J3", [["7647-01-0", "氯化氢(无水)", "氯化氢", "无水氯化氢", "氯化氢气体"]], {
    byNameOnly: true,
    notNames: ["盐酸"],
  }),
  row(12, "氯", 5, "J3", [["7782-50-5", "氯", "液氯", "氯气", "Cl2", "chlorine"]]),
  row(13, "煤气(CO,CO和H2、CH4的混合物等)", 20, "J3", [
    [
      null,
      "煤气",
      "一氧化碳",
      "CO",
      "人工煤气",
      "水煤气",
      "焦炉煤气",
      "高炉煤气",
      "转炉煤气",
      "发生炉煤气",
      "carbon monoxide",
    ],
  ]),
  row(14, "砷化氢", 1, "J1", [["7784-42-1", "砷化氢", "砷化三氢", "胂", "AsH3", "arsine"]], { uncertain: true }),
  row(15, "锑化氢", 1, "J1", [["7803-52-3", "锑化氢", "三氢化锑", "SbH3", "stibine"]], { uncertain: true }),
  row(16, "硒化氢", 1, "J1", [["7783-07-5", "硒化氢", "H2Se"]], { uncertain: true }),
  row(17, "溴甲烷", 10, "J3", [["74-83-9", "溴甲烷", "甲基溴", "methyl bromide"]]),
  row(18, "丙酮氰醇", 20, "J2", [["75-86-5", "丙酮氰醇", "丙酮合氰化氢", "氰丙醇"]]),
  row(19, "丙烯醛", 20, "J2", [["107-02-8", "丙烯醛", "烯丙醛", "acrolein"]]),
  row(20, "氟化氢", 1, "J3", [["7664-39-3", "氟化氢", "无水氟化氢", "HF"]], {
    byNameOnly: true,
    notNames: ["氢氟酸"],
  }),
  row(21, "环氧氯丙烷", 20, "W5.4", [["106-89-8", "环氧氯丙烷", "表氯醇", "3-氯-1,2-环氧丙烷", "ECH"]]),
  row(22, "环氧溴丙烷", 20, "W5.4", [["3132-64-7", "环氧溴丙烷", "表溴醇"]]),
  row(23, "甲苯二异氰酸酯", 100, "J5", [["26471-62-5", "甲苯二异氰酸酯", "二异氰酸甲苯酯", "TDI"]]),
  row(24, "一氯化硫", 1, null, [["10025-67-9", "一氯化硫", "二氯化二硫"]], { uncertain: true }),
  row(25, "氰化氢", 1, "J4", [["74-90-8", "氰化氢", "无水氰化氢", "HCN"]], { notNames: ["氢氰酸", "氰化氢溶液"] }),
  row(26, "三氧化硫", 75, null, [["7446-11-9", "三氧化硫", "硫酸酐", "SO3"]], { uncertain: true }),
  row(27, "3-氨基丙烯(烯丙胺)", 20, "J5", [["107-11-9", "3-氨基丙烯(烯丙胺)", "3-氨基丙烯", "烯丙胺"]]),
  row(28, "溴", 20, "J2", [["7726-95-6", "溴", "溴素", "液溴", "Br2", "bromine"]], { notNames: ["溴水"] }),
  row(29, "乙撑亚胺", 20, "J2", [["151-56-4", "乙撑亚胺", "氮丙啶", "吖丙啶", "次乙亚胺"]]),
  row(30, "异氰酸甲酯", 0.75, "J2", [["624-83-9", "异氰酸甲酯", "甲基异氰酸酯", "MIC"]]),
  row(31, "叠氮化钡", 0.5, "W1.1", [["18810-58-7", "叠氮化钡", "叠氮钡"]]),
  row(32, "叠氮化铅", 0.5, "W1.1", [["13424-46-9", "叠氮化铅", "叠氮铅"]]),
  row(33, "雷汞", 0.5, "W1.1", [["628-86-4", "雷汞", "雷酸汞"]]),
  row(34, "三硝基苯甲醚", 5, "W1.1", [["28653-16-9", "三硝基苯甲醚", "三硝基茴香醚", "苦味酸甲酯"]]),
  row(35, "2,4,6-三硝基甲苯", 5, "W1.1", [["118-96-7", "2,4,6-三硝基甲苯", "三硝基甲苯", "梯恩梯", "TNT"]]),
  row(36, "硝化甘油", 1, "W1.1", [["55-63-0", "硝化甘油", "硝化丙三醇", "甘油三硝酸酯"]]),
  row(
    37,
    "硝化纤维素[干的或含水(或乙醇)<25%]",
    1,
    "W1.1",
    [[NITROCELLULOSE, "硝化纤维素[干的或含水(或乙醇)<25%]", "硝化纤维素(干)"]],
    BY_NAME,
  ),
  row(
    38,
    "硝化纤维素(未改型的,或增塑的,含增塑剂<18%)",
    1,
    "W1.1",
    [[NITROCELLULOSE, "硝化纤维素(未改型的,或增塑的,含增塑剂<18%)", "硝化纤维素(未改型)"]],
    BY_NAME,
  ),
  row(39, "硝化纤维素(含乙醇≥25%)", 10, "W1.2", [[NITROCELLULOSE, "硝化纤维素(含乙醇≥25%)"]], {
    uncertain: true,
    byNameOnly: true,
  }),
  row(40, "硝化纤维素(含氮≤12.6%)", 50, "W10", [[NITROCELLULOSE, "硝化纤维素(含氮≤12.6%)"]], BY_NAME),
  row(41, "硝化纤维素(含水≥25%)", 50, "W10", [[NITROCELLULOSE, "硝化纤维素(含水≥25%)"]], BY_NAME),
  row(
    42,
    "硝化纤维素溶液(含氮≤12.6%,含硝化纤维素≤55%)",
    50,
    "W5.3",
    [[NITROCELLULOSE, "硝化纤维素溶液(含氮≤12.6%,含硝化纤维素≤55%)", "硝化纤维素溶液", "硝化棉溶液"]],
    BY_NAME,
  ),
  row(
    43,
    "硝酸铵(含可燃物>0.2%,包括以碳计算的任何有机物,但不包括任何其他添加剂)",
    5,
    "W1.1",
    [["6484-52-2", "硝酸铵(可燃物>0.2%)", "硝酸铵(含可燃物>0.2%)"]],
    BY_NAME,
  ),
  row(
    44,
    "硝酸铵(含可燃物≤0.2%)",
    50,
    "W9.2",
    [["6484-52-2", "硝酸铵(可燃物≤0.2%)", "硝酸铵(含可燃物≤0.2%)"]],
    BY_NAME,
  ),
  row(
    45,
    "硝酸铵肥料(含可燃物≤0.4%)",
    200,
    "W9.2",
    [[null, "硝酸铵肥料(可燃物≤0.4%)", "硝酸铵肥料(含可燃物≤0.4%)", "硝酸铵肥料"]],
    BY_NAME,
  ),
  row(46, "硝酸钾", 1000, "W9.2", [["7757-79-1", "硝酸钾", "KNO3", "火硝"]]),
  row(47, "1,3-丁二烯", 5, "W2", [["106-99-0", "1,3-丁二烯", "丁二烯", "butadiene"]]),
  row(48, "二甲醚", 50, "W2", [["115-10-6", "二甲醚", "甲醚", "DME"]]),
  row(49, "甲烷,天然气", 50, "W2", [
    ["8006-14-2", "天然气", "液化天然气", "压缩天然气", "LNG", "CNG", "natural gas"],
    ["74-82-8", "甲烷", "CH4", "methane"],
  ]),
  row(50, "氯乙烯", 50, "W2", [["75-01-4", "氯乙烯", "乙烯基氯", "VCM"]]),
  row(51, "氢", 5, "W2", [["1333-74-0", "氢", "氢气", "液氢", "H2", "hydrogen"]]),
  row(52, "液化石油气(含丙烷、丁烷及其混合物)", 50, "W2", [
    ["68476-85-7", "液化石油气", "液化气", "石油液化气", "LPG"],
    ["74-98-6", "丙烷", "propane"],
    ["106-97-8", "丁烷", "正丁烷", "butane"],
  ]),
  row(53, "一甲胺", 5, "W2", [["74-89-5", "一甲胺", "甲胺", "无水甲胺"]], { notNames: ["甲胺水溶液", "一甲胺水溶液"] }),
  row(54, "乙炔", 1, "W2", [["74-86-2", "乙炔", "电石气", "溶解乙炔", "C2H2", "acetylene"]]),
  row(55, "乙烯", 50, "W2", [["74-85-1", "乙烯", "C2H4", "ethylene"]]),
  row(56, "氧(压缩的或液化的)", 200, "W4", [
    ["7782-44-7", "氧(压缩的或液化的)", "氧", "氧气", "液氧", "O2", "LOX", "oxygen"],
  ]),
  row(57, "苯", 50, "W5.3", [["71-43-2", "苯", "纯苯", "benzene"]]),
  row(58, "苯乙烯", 500, "W5.4", [["100-42-5", "苯乙烯", "乙烯基苯", "styrene"]]),
  row(59, "丙酮", 500, "W5.3", [["67-64-1", "丙酮", "二甲基酮", "acetone"]]),
  row(60, "2-丙烯腈", 50, "W5.3", [["107-13-1", "2-丙烯腈", "丙烯腈", "氰基乙烯", "acrylonitrile"]]),
  row(61, "二硫化碳", 50, "W5.3", [["75-15-0", "二硫化碳", "CS2"]]),
  row(62, "环己烷", 500, "W5.3", [["110-82-7", "环己烷", "六氢化苯", "cyclohexane"]]),
  row(63, "1,2-环氧丙烷", 10, "W5.1", [["75-56-9", "1,2-环氧丙烷", "环氧丙烷", "氧化丙烯", "PO"]]),
  row(64, "甲苯", 500, "W5.3", [["108-88-3", "甲苯", "toluene"]]),
  row(65, "甲醇", 500, "W5.3", [["67-56-1", "甲醇", "木醇", "木精", "methanol"]]),
  row(66, "汽油(乙醇汽油、甲醇汽油)", 200, "W5.3", [
    [
      "86290-81-5",
      "汽油",
      "车用汽油",
      "乙醇汽油",
      "甲醇汽油",
      "92号汽油",
      "95号汽油",
      "98号汽油",
      "gasoline",
      "petrol",
    ],
  ]),
  row(67, "乙醇", 500, "W5.3", [["64-17-5", "乙醇", "酒精", "无水乙醇", "ethanol"]]),
  row(68, "乙醚", 10, "W5.1", [["60-29-7", "乙醚", "二乙醚", "diethyl ether"]]),
  row(69, "乙酸乙酯", 500, "W5.3", [["141-78-6", "乙酸乙酯", "醋酸乙酯", "ethyl acetate"]]),
  row(70, "正己烷", 500, "W5.3", [["110-54-3", "正己烷", "己烷", "n-hexane"]]),
  row(71, "过乙酸", 10, "W7.2", [["79-21-0", "过乙酸", "过氧乙酸", "过醋酸"]]),
  row(
    72,
    "过氧化甲基乙基酮(10%<有效氧含量≤10.7%,含A型稀释剂≥48%)",
    10,
    "W7.1",
    [["1338-23-4", "过氧化甲基乙基酮(10%<有效氧≤10.7%,A型稀释剂≥48%)"]],
    BY_NAME,
  ),
  row(73, "白磷", 50, "W8", [["12185-10-3", "白磷", "黄磷"]]),
  row(74, "烷基铝", 1, "W8", [[null, "烷基铝", "三烷基铝", "三乙基铝", "三异丁基铝", "三甲基铝"]]),
  row(75, "戊硼烷", 1, "W8", [["19624-22-7", "戊硼烷", "五硼烷"]]),
  row(76, "过氧化钾", 20, "W9.1", [["17014-71-0", "过氧化钾"]]),
  row(77, "过氧化钠", 20, "W9.1", [["1313-60-6", "过氧化钠", "双氧化钠"]]),
  row(78, "氯酸钾", 100, "W9.1", [["3811-04-9", "氯酸钾", "KClO3"]], { notNames: ["氯酸钾溶液"] }),
  row(79, "氯酸钠", 100, "W9.1", [["7775-09-9", "氯酸钠", "NaClO3"]], { notNames: ["氯酸钠溶液"] }),
  row(80, "发烟硝酸", 20, "W9.1", [["52583-42-3", "发烟硝酸", "发红烟硝酸", "红色发烟硝酸"]]),
  row(
    81,
    "硝酸(发红烟的除外,含硝酸>70%)",
    100,
    "W9.2",
    [["7697-37-2", "硝酸(>70%)", "硝酸(含硝酸>70%)", "浓硝酸(>70%)"]],
    BY_NAME,
  ),
  row(82, "硝酸胍", 50, "W9.2", [["506-93-4", "硝酸胍", "硝酸亚氨脲"]]),
  row(83, "碳化钙(电石)", 100, "W11", [["75-20-7", "碳化钙(电石)", "碳化钙", "电石", "CaC2"]]),
  row(84, "钾", 1, "W11", [["7440-09-7", "钾", "金属钾"]]),
  row(85, "钠", 10, "W11", [["7440-23-5", "钠", "金属钠"]]),
];
