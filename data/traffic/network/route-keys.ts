import { codeIn, textIn } from "../../analyses/row-values.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import type { NetworkLines } from "./network-lines.ts";
import { foldRoad, roadNumberOf } from "./road-names.ts";
import type { Route } from "./route.ts";

/** Classes that are highways (公路) whether or not a number is known. */
const HIGHWAYS: ReadonlySet<string> = new Set(["motorway", "national", "provincial", "county"]);

/** Lines under the number, or else the name, that their sections have; a nameless line stands alone. In the order of the lines. */
export function groupLines(roads: Snapshot, lines: NetworkLines): { key: string; isNamed: boolean; lines: number[] }[] {
  const groups = new Map<string, { key: string; isNamed: boolean; lines: number[] }>();
  for (let line = 0; line < lines.count; line++) {
    const row = lines.row[line]!;
    const named = keyOf(roads, row);
    const key = named ?? `#${roads.codes.get(row) ?? row}`;
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { key, isNamed: named !== null, lines: [line] });
  }
  return [...groups.values()];
}

function keyOf(roads: Snapshot, row: number): string | null {
  const text = textIn(roads, row, "roadCode")?.trim() || roads.names.get(row)?.trim();
  return text ? (roadNumberOf(text) ?? foldRoad(text)) : null;
}

/** Number, name, class and kind that most of a route's length has. */
export function namesOfRoute(
  roads: Snapshot,
  lines: NetworkLines,
  of: readonly number[],
): Pick<Route, "code" | "name" | "roadClass" | "kind"> {
  const most = (read: (row: number) => string | null): string | null => {
    const lengths = new Map<string, number>();
    for (const line of of) {
      const text = read(lines.row[line]!)?.trim();
      if (text) lengths.set(text, (lengths.get(text) ?? 0) + lines.lengthM[line]!);
    }
    return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };
  const code = most((row) => textIn(roads, row, "roadCode"));
  const roadClass = most((row) => codeIn(roads, row, "class"));
  const isHighway = code !== null || (roadClass !== null && HIGHWAYS.has(roadClass));
  return {
    code,
    name: most((row) => roads.names.get(row)) ?? code ?? roads.codes.get(lines.row[of[0]!]!) ?? "",
    roadClass,
    kind: isHighway ? "highway" : "street",
  };
}
