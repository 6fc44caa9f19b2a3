import { useMemo } from "react";
import { useLedgers } from "../../state/ledgers.ts";

/** A hazard source in a list to choose from. */
export interface HazardOption {
  /** Its id. */
  readonly value: string;
  readonly label: string;
  /** Name, code and enterprise in small letters, to search in. */
  readonly search: string;
  readonly position: readonly [number, number];
}

/** Every hazard source of the ledger. */
export function useHazardOptions(): HazardOption[] {
  const snapshot = useLedgers(({ layers }) => layers.find((each) => each.definition.id === "hazard-sources")?.snapshot);
  return useMemo(() => {
    if (!snapshot) return [];
    const firm = snapshot.columns.enterpriseName;
    return Array.from({ length: snapshot.count }, (_, row) => {
      const [name, code] = [snapshot.names.get(row) ?? "", snapshot.codes.get(row) ?? ""];
      const owner = firm?.type === "text" ? (firm.get(row) ?? "") : "";
      return {
        value: snapshot.ids.get(row)!,
        label: name || code,
        search: `${name} ${code} ${owner}`.toLowerCase(),
        position: [snapshot.lonLat[row * 2]!, snapshot.lonLat[row * 2 + 1]!],
      };
    });
  }, [snapshot]);
}

/** Whether an option holds what somebody types. */
export const holdsTyped = (typed: string, option: HazardOption | undefined): boolean =>
  option?.search.includes(typed.trim().toLowerCase()) ?? false;
