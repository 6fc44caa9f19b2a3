import type { Route } from "./routes.ts";

/** Days of the week and hours in which far more accidents of a road happen than of others, because the generator put them there. */
export interface PlantedRhythm {
  readonly roadCode: string;
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Hours of the day, 0 to 23. */
  readonly hours: readonly number[];
  /** About this share of the road's accidents outside its planted black spots, and what chance adds. */
  readonly share: number;
}

/** The change of shifts on the road to the works, and the way home on the motorway before and after the weekend. */
export const RHYTHMS: readonly PlantedRhythm[] = [
  { roadCode: "S986", weekdays: [1, 2, 3, 4, 5], hours: [7, 8], share: 0.5 },
  { roadCode: "G9990", weekdays: [5, 7], hours: [19, 20, 21], share: 0.4 },
];

export const rhythmOf = (route: Route): PlantedRhythm | undefined =>
  RHYTHMS.find(({ roadCode }) => roadCode === route.code);
