import { expect, test } from "vitest";
import { parsePosition } from "#data/snapshot/parse-position.ts";
import { DEFAULT_VIEW } from "../../../../../web/state/view.ts";
import { formatView } from "../../../../../web/state/view-codec.ts";
import { agreementOf } from "../../../../../web/workspaces/screen/control/agreement.ts";
import { linkPosition } from "../../../../../web/workspaces/screen/control/link-position.ts";

test("screens agree when they were told the same, however it was written down", () => {
  const layers = { on: ["forces"], off: [] };
  expect(agreementOf([layers, { off: [], on: ["forces"] }])).toEqual({ kind: "same", value: layers });
  expect(agreementOf([layers, { on: [], off: ["forces"] }])).toEqual({ kind: "differ" });
  expect(agreementOf<null>([null, null])).toEqual({ kind: "same", value: null });
  expect(agreementOf([])).toEqual({ kind: "nobody" });
});

test("a link to somebody's map means the place that they look at, anything else itself", () => {
  const camera = { lon: 122.2785, lat: 43.633, zoom: 15.5 };
  const search = formatView({ ...DEFAULT_VIEW, layers: ["houses"], camera });
  for (const link of [`https://map.example/?${search}`, `/traffic?part=site&${search}`, encodeURI(`?${search}`)])
    expect(parsePosition(linkPosition(link))).toEqual([[122.2785, 43.633]]);
  expect(linkPosition("G111 K812+300")).toBe("G111 K812+300");
});
