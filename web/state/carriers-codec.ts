import type { Carriers } from "./carriers-view.ts";

/** The part about carriers as parameters of an address; what is as usual is not written. */
export function formatCarriers({ thresholds, group, carrier }: Carriers): [string, string][] {
  const params: [string, string][] = [];
  if (Object.keys(thresholds).length > 0) params.push(["carrierNumbers", JSON.stringify(thresholds)]);
  if (group !== null) params.push(["carriers", group]);
  if (carrier !== null) params.push(["carrier", carrier]);
  return params;
}

/** @returns what `parseView` judges. */
export function parseCarriersView(params: URLSearchParams): unknown {
  return {
    thresholds: parseThresholds(params.get("carrierNumbers")),
    group: params.get("carriers"),
    carrier: params.get("carrier"),
  } satisfies Record<keyof Carriers, unknown>;
}

function parseThresholds(text: string | null): unknown {
  if (text === null) return {};
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
