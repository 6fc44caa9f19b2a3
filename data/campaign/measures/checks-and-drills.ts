import { booleanIn, codeIn } from "../../analyses/row-values.ts";
import type { Title } from "../../layers/define.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { timeIn, withinPeriod } from "./dates.ts";
import { both, type Measure, type Scope } from "./measure.ts";

type ScopeOf = (snapshot: Snapshot, row: number) => Scope;

const ofSector =
  (sector: number): ScopeOf =>
  (units, row) => {
    const filed = codeIn(units, row, "sector");
    return filed === null ? "unknown" : filed === String(sector) ? "in" : "out";
  };

const ofKind =
  (kind: string): ScopeOf =>
  (places, row) => {
    const known = codeIn(places, row, "kind");
    return known === null ? "unknown" : known === kind ? "in" : "out";
  };

const CARRIERS = ["passenger", "freight", "dangerous-goods"];

/** Carriers of people, freight and dangerous goods. A unit of the transport plan may be one that nobody marked. */
const isCarrier: ScopeOf = (units, row) => {
  const transport = codeIn(units, row, "transport");
  if (transport !== null) return CARRIERS.includes(transport) ? "in" : "out";
  return ofSector(7)(units, row) === "out" ? "out" : "unknown";
};

const holdsChemicals: ScopeOf = (units, row) => {
  const holds = booleanIn(units, row, "hazardousChemicals");
  return holds === null ? "unknown" : holds ? "in" : "out";
};

/** Something that each unit has to do in every period, seen by the day on which it last did. */
interface Recurring {
  readonly target: string;
  readonly layer?: "enterprises" | "protection-targets";
  readonly scopeOf: ScopeOf;
  readonly who: Title;
  /** What is not kept, if anything. */
  readonly missing?: Title;
  readonly confidence?: Measure["confidence"];
}

const HEAD_CHECK: Title = {
  zh: "“主要负责人最近带队检查”在本期内的比例；只存最近一次，上一期是否检查可能被本期的遮住",
  en: "those whose last check led by the head lies in the period; only the last is kept, so one in this period hides whether there was one before",
};
const DRILL: Title = {
  zh: "“最近演练”在本期内的比例；企业台账不分应急演练的种类，任何一次都算",
  en: "those whose last drill lies in the period; enterprises' drills are not told apart by kind, so any counts",
};

const recurring =
  (attribute: string, what: Title) =>
  ({ target, layer = "enterprises", scopeOf, who, missing, confidence = "medium" }: Recurring): Measure => ({
    target,
    layer,
    counts: "share",
    window: "calendar",
    covers: missing ? "part" : "all",
    reading: {
      zh: [`${who.zh}中，${what.zh}`, ...(missing ? [`未含${missing.zh}`] : [])].join("。"),
      en: [`Of ${who.en}, ${what.en}`, ...(missing ? [`Left out: ${missing.en}`] : [])].join(". "),
    },
    confidence,
    judge: (snapshot, asked) => {
      const isWithin = withinPeriod(asked);
      return (row) => {
        const onMs = timeIn(snapshot, row, attribute);
        return { scope: scopeOf(snapshot, row), met: isWithin(onMs), onMs };
      };
    },
  });

const headCheck = recurring("headCheckOn", HEAD_CHECK);
const drill = recurring("drillOn", DRILL);

const filedUnder = (sector: number) => ({
  scopeOf: ofSector(sector),
  who: { zh: `归口方案${sector}的企业和单位`, en: `the enterprises and units filed under plan ${sector}` },
});

const carriers = {
  scopeOf: isCarrier,
  who: { zh: "客运、货运、危货运输企业", en: "the carriers of people, freight and dangerous goods" },
};

const HIGHWAY_PROJECTS: Title = { zh: "公路建设项目（无台账）", en: "highway projects, which no ledger keeps" };
const SHOPS_AND_HOTELS: Title = {
  zh: "只在防护目标图层的商业综合体、宾馆（是否与企业台账同一单位不明）",
  en: "complexes and hotels that only the protection targets have, and that may be the same units",
};
const EMERGENCY_STORES: Title = {
  zh: "应急物资库（在应急力量图层中不分）",
  en: "stores of emergency material, which the response forces do not tell apart",
};

export const CHECK_AND_DRILL_MEASURES: readonly Measure[] = [
  headCheck({ target: "s07-head-check-monthly", ...carriers, missing: HIGHWAY_PROJECTS }),
  headCheck({ target: "s08-head-check-quarterly", ...filedUnder(8) }),
  headCheck({ target: "s09-head-check-quarterly", ...filedUnder(9) }),
  headCheck({ target: "s10-head-check-quarterly", ...filedUnder(10), missing: SHOPS_AND_HOTELS }),
  headCheck({ target: "s11-head-check-quarterly", ...filedUnder(11), confidence: "high" }),
  headCheck({ target: "s14-head-check-quarterly", ...filedUnder(14), confidence: "high" }),
  headCheck({ target: "s15-head-check-quarterly", ...filedUnder(15), confidence: "high" }),
  headCheck({ target: "s19-head-check-quarterly", ...filedUnder(19), missing: EMERGENCY_STORES }),
  headCheck({ target: "s20-head-check-quarterly", ...filedUnder(20), confidence: "high" }),
  headCheck({ target: "s21-head-check-quarterly", ...filedUnder(21), confidence: "high" }),
  drill({
    target: "s03-drill-yearly",
    layer: "protection-targets",
    scopeOf: ofKind("elderly-care"),
    who: { zh: "养老机构", en: "the care homes" },
    missing: {
      zh: "殡葬、婚姻登记、残疾儿童康复机构（图层不分）",
      en: "funeral services, marriage registries and rehabilitation of children, which the layer does not tell apart",
    },
  }),
  drill({ target: "s07-drill-yearly", ...carriers }),
  drill({ target: "s08-drill-yearly", ...filedUnder(8) }),
  drill({ target: "s10-drill-yearly", ...filedUnder(10), missing: SHOPS_AND_HOTELS }),
  drill({ target: "s11-drill-yearly", ...filedUnder(11) }),
  drill({
    target: "s12-fire-drill-half-yearly",
    layer: "protection-targets",
    scopeOf: ofKind("hospital"),
    who: { zh: "医疗卫生机构", en: "the hospitals and clinics" },
    missing: {
      zh: "医养结合和托育机构（图层不分）",
      en: "medical care homes and nurseries, which the layer does not tell apart",
    },
  }),
  drill({ target: "s14-drill-yearly", ...filedUnder(14) }),
  drill({ target: "s15-drill-yearly", ...filedUnder(15) }),
  drill({ target: "s19-drill-yearly", ...filedUnder(19), missing: EMERGENCY_STORES }),
  drill({
    target: "s19-drill-half-yearly-hazchem",
    scopeOf: (units, row) => both(ofSector(19)(units, row), holdsChemicals(units, row)),
    who: {
      zh: "归口方案19且涉危险化学品的企业和单位",
      en: "the units filed under plan 19 that have hazardous chemicals",
    },
  }),
  drill({ target: "s20-drill-half-yearly", ...filedUnder(20) }),
  drill({ target: "s21-drill-yearly", ...filedUnder(21) }),
];
