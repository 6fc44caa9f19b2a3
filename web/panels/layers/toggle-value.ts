import type { Condition } from "./conditions.ts";

type Values = Extract<Condition, { control: "values" }>;

/** The choice with one value put in, or taken out when it was in. @param value - `null`: the unknown. */
export function toggleValue(chosen: Values | null, value: string | boolean | null): Values {
  const { values, unknown }: Pick<Values, "values" | "unknown"> = chosen ?? { values: [], unknown: false };
  if (value === null) return { control: "values", values, unknown: !unknown };
  const isIn = values.includes(value);
  return {
    control: "values",
    values: isIn ? values.filter((each) => each !== value) : [...values, value],
    unknown,
  };
}
