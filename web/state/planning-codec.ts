import { packId, unpackId } from "./packed-id.ts";
import { formatPositions, parseNumber, parsePositions } from "./position-text.ts";
import { type Fact, NEW_DRAFT, type Outline, type ProposalDraft } from "./proposal-draft.ts";
import { fieldsOf, USE_KINDS, type UseField } from "./use-fields.ts";
import { PLANNING_PARTS, type Planning } from "./view.ts";

/** A boundary is measured to the centimetre. */
const DECIMALS = 7;

/** Planning as parameters of an address, in the order in which a person would tell it. */
export function formatPlanning({ part, asOf, draft }: Planning): [string, string][] {
  const params: [string, string][] = [];
  if (part !== "check") params.push(["planning", part]);
  if (asOf !== null) params.push(["asOf", asOf]);
  if (!draft) return params;
  const facts = fieldsOf(draft.kind).flatMap(({ id }) => {
    const fact = draft.facts[id];
    return fact === undefined ? [] : [`${id}:${fact === true ? "yes" : fact === false ? "no" : fact}`];
  });
  params.push(["use", [draft.kind, ...facts].join()]);
  if (draft.name !== "") params.push(["siteName", draft.name]);
  if (draft.geometry) params.push(["site", formatOutline(draft.geometry)]);
  if (draft.positionErrorM !== 0) params.push(["siteError", String(draft.positionErrorM)]);
  if (draft.outline !== "unit") params.push(["siteOf", draft.outline]);
  for (const { tonnes, cas, name } of draft.substances) params.push(["substance", `${tonnes},${cas},${name}`]);
  for (const { reductionId, neighbour, by, evidence } of draft.claims) {
    const whom = neighbour ? `${neighbour.layer}:${packId(neighbour.id) ?? neighbour.id}` : "";
    params.push(["claim", [reductionId, whom, encodeURIComponent(by), evidence].join()]);
  }
  return params;
}

/** @returns what `parseView` judges. */
export function parsePlanning(params: URLSearchParams): unknown {
  const part = PLANNING_PARTS.find((each) => each === params.get("planning"));
  const use = params.get("use");
  return { part, asOf: params.get("asOf"), draft: use === null ? null : parseDraft(use, params) };
}

function parseDraft(use: string, params: URLSearchParams): unknown {
  const [name, ...facts] = use.split(",");
  const kind = USE_KINDS.find((each) => each === name) ?? NEW_DRAFT.kind;
  const fields = new Map(fieldsOf(kind).map((field) => [field.id, field]));
  const error = params.get("siteError");
  return {
    name: params.get("siteName") ?? "",
    geometry: parseOutline(params.get("site") ?? ""),
    positionErrorM: error === null ? 0 : parseNumber(error),
    kind,
    facts: Object.fromEntries(
      facts.flatMap((text) => {
        const colon = text.indexOf(":");
        const field = fields.get(text.slice(0, colon));
        const fact = field && parseFact(field, text.slice(colon + 1));
        return fact === undefined ? [] : [[field!.id, fact]];
      }),
    ),
    substances: params.getAll("substance").map(parseSubstance),
    outline: params.get("siteOf") ?? "unit",
    claims: params.getAll("claim").map(parseClaim),
  } satisfies Record<keyof ProposalDraft, unknown>;
}

function parseFact(field: UseField, text: string): Fact | undefined {
  switch (field.type) {
    case "choice":
      return field.options.includes(text) ? text : undefined;
    case "amount": {
      const value = parseNumber(text);
      return value >= 0 && value <= field.most ? value : undefined;
    }
    case "yes-no":
      return text === "yes" ? true : text === "no" ? false : undefined;
  }
}

function parseSubstance(text: string): unknown {
  const [tonnes, cas = "", ...name] = text.split(",");
  return { tonnes: parseNumber(tonnes), cas, name: name.join() };
}

function parseClaim(text: string): unknown {
  const [reductionId, whom = "", by = "", ...evidence] = text.split(",");
  const [layer, id = ""] = whom.split(":");
  const neighbour = whom === "" ? null : { layer, id: unpackId(id) || id };
  return { reductionId, neighbour, by: decoded(by), evidence: evidence.join() };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `/` between the rings of a polygon, `//` between polygons; a ring's last position is its first and is left out. */
function formatOutline(outline: Outline): string {
  const rings = (polygon: readonly (readonly (readonly number[])[])[]) =>
    polygon.map((ring) => formatPositions(ring.slice(0, -1), DECIMALS)).join("/");
  switch (outline.type) {
    case "Point":
      return `point:${formatPositions([outline.coordinates], DECIMALS)}`;
    case "LineString":
      return `line:${formatPositions(outline.coordinates, DECIMALS)}`;
    case "Polygon":
      return `polygon:${rings(outline.coordinates)}`;
    case "MultiPolygon":
      return `polygons:${outline.coordinates.map(rings).join("//")}`;
  }
}

function parseOutline(text: string): unknown {
  const [kind, rest = ""] = text.split(":");
  const rings = (polygon: string) =>
    polygon.split("/").map((ring) => {
      const positions = parsePositions(ring);
      return [...positions, positions[0]!];
    });
  switch (kind) {
    case "point":
      return { type: "Point", coordinates: parsePositions(rest)[0] };
    case "line":
      return { type: "LineString", coordinates: parsePositions(rest) };
    case "polygon":
      return { type: "Polygon", coordinates: rings(rest) };
    case "polygons":
      return { type: "MultiPolygon", coordinates: rest.split("//").map(rings) };
    default:
      return null;
  }
}
