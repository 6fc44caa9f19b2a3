import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { accidentFeatures } from "./accidents.ts";
import { type Context, draftOf } from "./context.ts";
import { accidentPeriod, daysBefore } from "./dates.ts";
import { demoCode, lineOf, pointAt } from "./draft.ts";
import { createRandom } from "./random.ts";
import { NOT_BORNE_OUT, REGISTERED, type RegisterPlan, TREATED_WITHIN_DAYS } from "./register-plan.ts";
import { lengthOf, pointAlong, type Route } from "./routes.ts";

/** What the register says about where a spot is. Metres from the route's start, as in a plan of a planted spot. */
interface Place {
  readonly route: Route;
  readonly fromM: number;
  readonly toM: number;
  readonly atJunction: boolean;
}

const POLICE = "北原开发区公安分局交通管理大队（演示）";
const HIGHWAYS = "北原开发区交通运输局（演示）";
const STREETS = "北原开发区住房和城乡建设局（演示）";

/** The register: every other planted spot, some of them treated, and some that the accidents no longer bear out. */
export function blackSpotFeatures(context: Context, accidents: ReturnType<typeof accidentFeatures>): FeatureDraft[] {
  const random = createRandom(context.seed, "black-spots");
  const planted = [...REGISTERED].map(([spot, plan]) => ({ place: accidents.spots[spot]!.plan as Place, plan }));
  const mainRoads = context.streets.routes.filter((each) => each.class === "arterial" || each.class === "provincial");
  const elsewhere = NOT_BORNE_OUT.map((plan, i) => {
    const route = mainRoads[i * 3]!;
    const middle = quietPlaceOn(route, accidents.spots);
    return { place: { route, fromM: middle - 200, toM: middle + 200, atJunction: false }, plan };
  });
  return [...planted, ...elsewhere].map(({ place, plan }, i) => {
    const { route, fromM, toM, atJunction } = place;
    const [from, to] = stakesOf(place);
    const steps = Array.from({ length: 9 }, (_, k) => pointAlong(route, fromM + ((toM - fromM) * k) / 8).point);
    const radiusM = Math.ceil((toM - fromM) / 20) * 10;
    const period = periodBefore(context.today, plan);
    const counts = period.isOfLedger
      ? countsOf(accidents.drafts, place, period)
      : { accidents: 5, deaths: 1, injuries: 4 };
    return draftOf(context, random, {
      code: demoCode("S", i + 1, 3),
      name: `${route.name}${stakeText(from)}至${stakeText(to)}（演示）`,
      geometry: atJunction ? pointAt(steps[4]!) : lineOf(steps),
      at: steps[4]!,
      attributes: {
        state: plan.state,
        level: plan.level,
        roadCode: route.code,
        roadName: route.name,
        fromStakeM: from,
        toStakeM: to,
        ...counts,
        periodFrom: period.from,
        periodTo: period.to,
        ...datesOf(context.today, plan),
        basis: atJunction ? `路口${radiusM}米范围内伤亡事故集中` : "500米路段内伤亡事故集中",
        radiusM: atJunction ? radiusM : null,
        documentNumber: documentOf(context.today, plan, i),
        supervisor: plan.listed === null ? POLICE : route.code ? HIGHWAYS : STREETS,
        treatment: plan.treatment,
      },
      positionErrorM: 5,
      observedOn: daysBefore(context.today, 30),
    });
  });
}

/** Metres from the start to a place well away from the planted spots of the route. */
function quietPlaceOn(route: Route, spots: ReturnType<typeof accidentFeatures>["spots"]): number {
  const own = spots.filter(({ plan }) => plan.route === route);
  const places = [0.45, 0.3, 0.6, 0.75, 0.15].map((share) => share * lengthOf(route));
  const quiet = places.find((alongM) => own.every(({ plan }) => alongM < plan.fromM - 800 || alongM > plan.toM + 800));
  if (quiet === undefined) throw new RangeError(`no quiet place on ${route.name}`);
  return quiet;
}

const stakesOf = ({ route, fromM, toM }: Place): [from: number, to: number] => [
  Math.round(route.startStakeM + fromM),
  Math.round(route.startStakeM + toM),
];

function datesOf(today: string, plan: RegisterPlan): Record<string, AttributeValue> {
  const dayOf = (days: number | null) => (days === null ? null : daysBefore(today, days));
  return {
    listedOn: dayOf(plan.listed),
    dueOn: plan.listed === null ? null : daysBefore(today, plan.listed - TREATED_WITHIN_DAYS),
    treatedOn: dayOf(plan.treated),
    closedOn: dayOf(plan.closed),
    evaluatedOn: dayOf(plan.evaluated),
    nextOn: dayOf(plan.next),
  };
}

interface Period {
  readonly from: string;
  readonly to: string;
  /** The ledger of accidents covers it; an older entry counts accidents that the ledger does not have. */
  readonly isOfLedger: boolean;
}

/** Three years of whole months before the listing; what the ledger of accidents covers of them, where that is half a year. */
function periodBefore(today: string, plan: RegisterPlan): Period {
  const ledger = accidentPeriod(today);
  if (plan.listed === null) return { ...ledger, isOfLedger: true };
  const before = accidentPeriod(daysBefore(today, plan.listed));
  if (before.to < daysBefore(ledger.from, -180)) return { ...before, isOfLedger: false };
  return { from: before.from > ledger.from ? before.from : ledger.from, to: before.to, isOfLedger: true };
}

/** The accidents of the ledger on this stretch in the period. */
function countsOf(drafts: readonly FeatureDraft[], place: Place, { from, to }: Period): Record<string, number> {
  const [fromStakeM, toStakeM] = stakesOf(place);
  const own = drafts.filter(({ attributes }) => {
    const stakeM = Number(attributes.kilometre) * 1000 + Number(attributes.metre);
    const day = String(attributes.happenedAt).slice(0, 10);
    const isHere = attributes.roadName === place.route.name && stakeM >= fromStakeM && stakeM <= toStakeM;
    return isHere && day >= from && day <= to;
  });
  const sum = (field: "deaths" | "injuries") =>
    own.reduce((total, draft) => total + Number(draft.attributes[field] ?? 0), 0);
  return { accidents: own.length, deaths: sum("deaths"), injuries: sum("injuries") };
}

/** The paper by which the spot was listed. The office that signs does not exist. */
function documentOf(today: string, { listed }: RegisterPlan, index: number): string | null {
  return listed === null ? null : `演示安委办〔${daysBefore(today, listed).slice(0, 4)}〕${index + 3}号`;
}

const stakeText = (stakeM: number): string => `K${Math.floor(stakeM / 1000)}+${String(stakeM % 1000).padStart(3, "0")}`;
