import { isMotor, isNonMotor, isPedestrian, isStanding, type Party } from "../parties.ts";
import type { PartyKind } from "../party-words.ts";
import type { DiagramCrash, DiagramGroup, PartyShape } from "./collision-diagram.ts";

/** A crash as the diagram needs it. */
export interface DrawnCrash extends DiagramCrash {
  readonly form: string | null;
  /** Empty: not recorded. */
  readonly parties: readonly Party[];
  readonly vehicles: number | null;
  readonly pedestrians: number | null;
  readonly nonMotor: number | null;
  /** On the axis of a stretch; `null` elsewhere. */
  readonly stakeM: number | null;
  /** Compass bearing from the middle of the site to where it happened; `null`: at the very middle. */
  readonly bearingDeg: number | null;
}

/** One role of like crashes: a party as all of them have it but for its kind. */
export interface GroupRole {
  /** Of the group's first crash. */
  readonly party: Party;
  readonly shape: PartyShape;
  readonly kinds: readonly { readonly kind: PartyKind | null; readonly crashes: number }[];
}

/** Like crashes before they have a place. */
export interface CrashGroup {
  readonly form: string | null;
  readonly roles: readonly GroupRole[];
  readonly involved: DiagramGroup["involved"];
  readonly worst: DiagramGroup["worst"];
  /** In the order of time, those without a time last. */
  readonly crashes: readonly DrawnCrash[];
}

export function shapeOf(party: Party): PartyShape {
  if (isPedestrian(party)) return "pedestrian";
  if (isNonMotor(party)) return "non-motor";
  if (isMotor(party)) return "motor";
  return party.kind === null ? "unknown" : "other";
}

const roleKey = (party: Party): string =>
  // What stood still is drawn ahead of what drove into it, so it comes last.
  `${isStanding(party) ? 1 : 0} ${shapeOf(party)} ${party.manoeuvre} ${party.from} ${party.to}`;

const inRoles = (parties: readonly Party[]): Party[] =>
  [...parties].sort((a, b) => {
    const [left, right] = [roleKey(a), roleKey(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });

/**
 * Puts like crashes together: the same form, and parties of the same shape, manoeuvre and course, in whatever order the record names
 * them. Crashes without recorded movements are alike by form and by how many of each were involved.
 *
 * @returns most crashes first, then the worst; every crash is in exactly one group.
 */
export function groupCrashes(crashes: readonly DrawnCrash[]): { recorded: CrashGroup[]; unrecorded: CrashGroup[] } {
  const byKey = new Map<string, DrawnCrash[]>();
  for (const crash of crashes) {
    const { parties, form, vehicles, pedestrians, nonMotor } = crash;
    const likeness =
      parties.length > 0 ? inRoles(parties).map(roleKey).join(";") : `${vehicles}/${pedestrians}/${nonMotor}`;
    const key = `${form}|${parties.length > 0 ? "r" : "u"}|${likeness}`;
    const like = byKey.get(key);
    if (like) like.push(crash);
    else byKey.set(key, [crash]);
  }
  const groups = [...byKey]
    .map(([key, like]) => ({ key, group: groupOf(like) }))
    .sort(
      (a, b) =>
        b.group.crashes.length - a.group.crashes.length ||
        rankOf(a.group.worst) - rankOf(b.group.worst) ||
        (a.key < b.key ? -1 : 1),
    )
    .map(({ group }) => group);
  return {
    recorded: groups.filter(({ roles }) => roles.length > 0),
    unrecorded: groups.filter(({ roles }) => roles.length === 0),
  };
}

function groupOf(like: readonly DrawnCrash[]): CrashGroup {
  const crashes = [...like].sort(
    (a, b) => timeKey(a).localeCompare(timeKey(b)) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const { form, parties, vehicles, pedestrians, nonMotor } = crashes[0]!;
  const sorted = crashes.map((crash) => inRoles(crash.parties));
  const roles = sorted[0]!.map((party, i) => ({
    party,
    shape: shapeOf(party),
    kinds: countKinds(sorted.map((each) => each[i]!.kind)),
  }));
  const worst = [...crashes].sort((a, b) => rankOf(a.severity) - rankOf(b.severity))[0]!.severity;
  return { form, roles, involved: parties.length > 0 ? null : { vehicles, pedestrians, nonMotor }, worst, crashes };
}

const timeKey = ({ happenedAt }: DrawnCrash): string => happenedAt ?? "9999";

const RANKS = { fatal: 0, injury: 1, damage: 2 } as const;
const rankOf = (severity: DiagramGroup["worst"]): number => (severity === null ? 3 : RANKS[severity]);

function countKinds(kinds: readonly (PartyKind | null)[]): GroupRole["kinds"] {
  const counts = new Map<PartyKind | null, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, crashes]) => ({ kind, crashes })).sort((a, b) => b.crashes - a.crashes);
}
