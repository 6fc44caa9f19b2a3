import type { Title } from "../layers/define.ts";

/** Why a target is not measured although the ledgers have each column that it names. */
export const NOT_MEASURED_BECAUSE: Readonly<Record<string, Title>> = {
  "s13-self-check-mechanism-2024": {
    zh: "负责人检查日期只说明查过，不说明自查自改机制已健全",
    en: "The day of a check by the head tells that there was one, not that a mechanism of self-checks is in force",
  },
  "s14-smelter-check-monthly": {
    zh: "企业台账不分金属冶炼企业",
    en: "The enterprises' ledger does not tell metal smelters from others",
  },
  "s14-drill-half-yearly-dense": {
    zh: "企业台账不分劳动密集型企业和厂中厂",
    en: "The enterprises' ledger does not tell firms with many hands and factories within factories from others",
  },
  "s20-inspection-half-yearly-2024": {
    zh: "只存最近一次执法检查日期，2024年两个半年是否都查过已被之后的检查遮住",
    en: "Only the last inspection is kept: later ones hide whether there was one in each half of 2024",
  },
};
