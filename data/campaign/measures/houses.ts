import { codeIn, numberIn } from "../../analyses/row-values.ts";
import { parseLocalTime } from "../../snapshot/local-time.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { timeIn } from "./dates.ts";
import { type Asked, both, type Judgement, type Measure, type Scope } from "./measure.ts";

/** C and D have to be put right. A house that nobody appraised has when its self-check found nothing, or it may have to. */
function needsWorks(houses: Snapshot, row: number): Scope {
  const grade = codeIn(houses, row, "grade");
  if (grade === "C" || grade === "D") return "in";
  if (grade === "A") return "out";
  const isCleared = grade === "B" || codeIn(houses, row, "selfCheck") === "none";
  const state = codeIn(houses, row, "state");
  // Works that are open on a house that should need none: the ledger contradicts itself.
  return isCleared && (state === null || state === "closed") ? "out" : "unknown";
}

/** Whether a house is not used for business. A let house may be either, as the plan leaves it open. */
function isOther(houses: Snapshot, row: number): Scope {
  const use = codeIn(houses, row, "use");
  if (use === "business") return "out";
  return use === null || use === "rent" ? "unknown" : "in";
}

function isClosed(houses: Snapshot, row: number, today: string): boolean | null {
  // A later day says that the file was not closed on the one asked about.
  if (timeIn(houses, row, "closedOn") > parseLocalTime(today)) return false;
  const state = codeIn(houses, row, "state");
  return state === null ? null : state === "closed";
}

const closing =
  (scopeOf: (houses: Snapshot, row: number) => Scope) =>
  (houses: Snapshot, { today }: Asked) =>
  (row: number): Judgement => ({
    scope: scopeOf(houses, row),
    met: isClosed(houses, row, today),
    onMs: timeIn(houses, row, "closedOn"),
  });

/** Whether somebody lives or works in a house; the two columns may contradict each other, or be empty. */
function isInUse(houses: Snapshot, row: number): boolean | null {
  const use = codeIn(houses, row, "use");
  const people = numberIn(houses, row, "people");
  if (people !== null && people > 0) return true;
  if (use === "business") return true;
  if (use === "empty") return false;
  return use === null || people === 0 ? null : true;
}

function isDangerous(houses: Snapshot, row: number, today: string): Scope {
  if (isClosed(houses, row, today)) return "out";
  const grade = codeIn(houses, row, "grade");
  if (grade === "C" || grade === "D") return "in";
  return grade === "A" || grade === "B" || codeIn(houses, row, "selfCheck") === "none" ? "out" : "unknown";
}

export const HOUSE_MEASURES: readonly Measure[] = [
  {
    target: "s06-house-campaign-complete",
    layer: "houses",
    counts: "share",
    covers: "all",
    reading: {
      zh: "C、D级自建房中已销号的比例；整治“已完成”而未销号的不算。未鉴定且自查未记“暂无隐患”的，是否需整治不明",
      en: "Of the houses of grade C and D, those whose file is closed; works that are done and not signed off do not count. A house neither appraised nor found clear by its self-check may need works or not",
    },
    confidence: "medium",
    judge: closing(needsWorks),
  },
  {
    target: "s06-other-houses-remediated",
    layer: "houses",
    counts: "share",
    covers: "all",
    reading: {
      zh: "用途为自住、公益、闲置的C、D级自建房中已销号的比例；出租是否属经营性，方案未写明，计为不明",
      en: "Of the houses of grade C and D in own or public use or empty, those whose file is closed; whether a let house is one in business the plan does not say, so it is unknown",
    },
    confidence: "medium",
    judge: closing((houses, row) => both(needsWorks(houses, row), isOther(houses, row))),
  },
  {
    target: "s06-no-people-in-dangerous-houses",
    layer: "houses",
    counts: "unmet",
    covers: "all",
    reading: {
      zh: "未销号的C、D级自建房中，有人数、用于经营或用途不为闲置的户数；记人数为0而用途不为闲置的不明",
      en: "Houses of grade C and D, not closed, with people, in business, or whose use is not “empty”; unknown where the ledger counts nobody and names a use",
    },
    confidence: "high",
    judge:
      (houses, { today }) =>
      (row) => {
        const inUse = isInUse(houses, row);
        return { scope: isDangerous(houses, row, today), met: inUse === null ? null : !inUse };
      },
  },
];
