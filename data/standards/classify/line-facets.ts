import {
  certainly,
  type HazardProfile,
  hazardProfile,
  oneOf,
  reason,
  surely,
  type TargetProfile,
  targetProfile,
} from "./facets.ts";

/** Roads of a class, in the words of the rules. */
export function roadProfile(roadClass: string | null): TargetProfile | null {
  const grade = reason("road-grade-assumed");
  switch (roadClass) {
    case "motorway":
      return targetProfile(certainly("motorway"));
    case "national":
    case "provincial":
      return targetProfile([oneOf(["highway-1", "highway-12"], grade)]);
    case "county":
      return targetProfile(certainly("highway-34"));
    case "arterial":
      return targetProfile(certainly("street-main"));
    case "secondary":
    case "local":
      return targetProfile(certainly("street-minor"));
    case "service":
      // A works road, a farm track or a footway: whether it is a road in the sense of the tables, nobody states.
      return targetProfile([oneOf(["street-minor", null], reason("kind-unknown"))]);
    default:
      return targetProfile([
        oneOf(["highway-1", "highway-12", "highway-34", "street-main", "street-minor", null], grade),
      ]);
  }
}

/** What a road keeps buildings away from: its building control zone. `null` for streets. */
export function roadZoneProfile(roadClass: string | null): HazardProfile | null {
  switch (roadClass) {
    case "motorway":
      return hazardProfile([surely("zone-motorway")]);
    case "national":
      return hazardProfile([surely("zone-national-road")]);
    case "provincial":
      return hazardProfile([surely("zone-provincial-road")]);
    case "county":
      return hazardProfile([
        {
          cases: [
            { hazardClass: "zone-county-road", amounts: {} },
            { hazardClass: "zone-township-road", amounts: {} },
          ],
          reasons: [reason("road-grade-assumed")],
        },
      ]);
    default:
      return null;
  }
}

/** Poles by voltage, least and most metres: usual heights, for lines whose poles nobody has measured. */
const POLES_M: readonly { readonly uptoKv: number; readonly heightM: readonly [number, number] }[] = [
  { uptoKv: 10, heightM: [8, 18] },
  { uptoKv: 66, heightM: [12, 30] },
  { uptoKv: 110, heightM: [15, 35] },
  { uptoKv: 220, heightM: [20, 50] },
  { uptoKv: 1500, heightM: [25, 80] },
];

/** Infrastructure of a kind as a target; `null` where no rule measures to it. */
export function infrastructureProfile(kind: string | null, voltageKv: number | null): TargetProfile | null {
  switch (kind) {
    case "railway":
      // Sidings and works lines are kept in the same list.
      return targetProfile([oneOf(["rail-national", "rail-works", "rail-yard"], reason("kind-unknown"))]);
    case "power-line": {
      const poles = voltageKv === null ? null : POLES_M.find(({ uptoKv }) => voltageKv <= uptoKv);
      return targetProfile(certainly("power-line"), poles?.heightM ?? [8, 80]);
    }
    case "substation":
      return targetProfile(certainly("transformer-yard"));
    case "gas-pipeline":
      return targetProfile(certainly("gas-pipeline"));
    case "river":
      return targetProfile([oneOf(["waterway", null], reason("kind-unknown"))]);
    default:
      return null;
  }
}

/** Above this pressure a gas pipe is no town gas main (GB 50028-2006, 6.1.6), and the pipeline law is sure to apply. */
const TOWN_GAS_MPA = 4;

/** Infrastructure of a kind as what others keep away from; `null` where no rule does. */
export function infrastructureZoneProfile(kind: string | null, pressureMPa: number | null): HazardProfile | null {
  const unsure = [reason("kind-unknown")];
  if (kind === "gas-pipeline") {
    const pipeline = { hazardClass: "oil-gas-pipeline", amounts: {} } as const;
    const isLong = pressureMPa !== null && pressureMPa > TOWN_GAS_MPA;
    return hazardProfile([isLong ? surely("oil-gas-pipeline") : { cases: [pipeline, null], reasons: unsure }]);
  }
  if (kind !== "railway") return null;
  const cases = (["zone-rail", "zone-rail-high-speed", null] as const).map(
    (hazardClass) => hazardClass && { hazardClass, amounts: {} },
  );
  return hazardProfile([{ cases, reasons: unsure }]);
}
