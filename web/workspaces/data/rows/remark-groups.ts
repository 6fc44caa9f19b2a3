import type { FixKind, RemarkGroup } from "../../../api.ts";

const RANK = { refusal: 0, suspicion: 1, notice: 2 } as const;

/** One entry for each remark, worst first: those that can be mended and those that cannot stand together. */
export function groupsByRemark(groups: readonly RemarkGroup[]): RemarkGroup[] {
  const merged = new Map<string, RemarkGroup>();
  for (const group of groups) {
    const key = JSON.stringify([group.reason, group.column]);
    const before = merged.get(key);
    if (!before) {
      merged.set(key, group);
      continue;
    }
    const worst = RANK[group.severity] < RANK[before.severity] ? group.severity : before.severity;
    merged.set(key, {
      ...before,
      severity: worst,
      fix: before.fix ?? group.fix,
      rows: before.rows + group.rows,
    });
  }
  return [...merged.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.rows - a.rows);
}

/** How many rows a fix would mend, were it accepted for the whole file. */
export const rowsOfFix = (groups: readonly RemarkGroup[], fix: FixKind): number =>
  groups.reduce((sum, group) => sum + (group.fix === fix ? group.rows : 0), 0);
