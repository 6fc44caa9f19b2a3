import type { Position } from "geojson";

/** One road section, in the direction of its stakes. */
export interface RoadSection {
  readonly name: string;
  readonly code: string;
  readonly roadClass: string;
  readonly line: readonly Position[];
}

/**
 * Joins the sections of one road into lines as long as they go, so that a name has room to stand along them. Sections end at
 * every junction; a name set section by section would fit nowhere.
 */
export function joinRoads(sections: readonly RoadSection[]): RoadSection[] {
  const roads = new Map<string, RoadSection[]>();
  for (const section of sections) {
    if (section.line.length < 2 || (section.name === "" && section.code === "")) continue;
    const key = `${section.name}\n${section.code}\n${section.roadClass}`;
    const road = roads.get(key);
    if (road) road.push(section);
    else roads.set(key, [section]);
  }
  return [...roads.values()].flatMap(joinRoad);
}

/** About 0.1 m: ends that were meant to meet. */
const endKey = (position: Position) => `${Math.round(position[0]! * 1e6)},${Math.round(position[1]! * 1e6)}`;

function joinRoad(sections: readonly RoadSection[]): RoadSection[] {
  const ends = new Map<string, number[]>();
  sections.forEach((section, index) => {
    for (const end of [section.line[0]!, section.line.at(-1)!]) {
      const key = endKey(end);
      const there = ends.get(key);
      if (there) there.push(index);
      else ends.set(key, [index]);
    }
  });
  const taken = new Uint8Array(sections.length);
  const joined: RoadSection[] = [];
  for (let i = 0; i < sections.length; i++) {
    if (taken[i]) continue;
    taken[i] = 1;
    const forward = follow(sections, ends, taken, [...sections[i]!.line]);
    const whole = follow(sections, ends, taken, forward.reverse()).reverse();
    joined.push({ ...sections[i]!, line: whole });
  }
  return joined;
}

/** Grows a line at its end while exactly one other section goes on from there. */
function follow(
  sections: readonly RoadSection[],
  ends: Map<string, number[]>,
  taken: Uint8Array,
  line: Position[],
): Position[] {
  for (;;) {
    const key = endKey(line.at(-1)!);
    const next = ends.get(key)!.filter((index) => !taken[index]);
    if (next.length !== 1 || ends.get(key)!.length > 2) return line;
    taken[next[0]!] = 1;
    const onward = sections[next[0]!]!.line;
    line.push(...(endKey(onward[0]!) === key ? onward.slice(1) : [...onward].reverse().slice(1)));
  }
}
