/** What a layer type is: a plain serialisable value that the map, the forms, the importer, the API and the tests all read. */

/** A text that a person reads, in both languages of the interface. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** Marker shapes that stay distinguishable without colour and at 10 pixels. */
export type Shape = "circle" | "square" | "triangle" | "diamond" | "hexagon" | "drop" | "cross" | "star";

/** One value of a code list. `color` never stands alone: a value that has one also has a `mark`. */
export interface CodeValue {
  readonly code: string;
  readonly title: Title;
  /** `#rrggbb`, the same in the light and the dark theme. */
  readonly color?: string;
  /** One or two characters drawn on or beside the symbol, so that the grade reads without colour. */
  readonly mark?: string;
  /** Other spellings met in delivered files, matched without regard to case or spaces. */
  readonly aliases?: readonly string[];
}

interface AttributeBase {
  readonly title: Title;
  /** A row without it is refused. Absent: the ledger may have a gap, and the gap is shown as one. */
  readonly required?: boolean;
  /** Owners, phones, parties: never in a snapshot, masked in the API, never logged. */
  readonly personal?: boolean;
  /** Found by the search box, beside code and name. */
  readonly searchable?: boolean;
  /** Where the field or its values come from. */
  readonly source?: string;
}

export interface CodeAttribute extends AttributeBase {
  readonly type: "code";
  /** Worst first when `ordered`. */
  readonly values: readonly CodeValue[];
  readonly ordered?: boolean;
}

export interface NumberAttribute extends AttributeBase {
  readonly type: "integer" | "number";
  /** UCUM-like unit as shown: `m`, `t`, `L/s`, `MPa`, `人`. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface TextAttribute extends AttributeBase {
  readonly type: "text";
  readonly maxLength?: number;
}

/** `date`: a local calendar day `YYYY-MM-DD`. `datetime`: local wall time `YYYY-MM-DDTHH:mm`, no zone: ledgers never give one. */
export interface TimeAttribute extends AttributeBase {
  readonly type: "date" | "datetime";
}

export interface BooleanAttribute extends AttributeBase {
  readonly type: "boolean";
}

/** A list of `{ name, cas?, tonnes }`: the substances of a hazard source at their design maximum. */
export interface SubstancesAttribute extends AttributeBase {
  readonly type: "substances";
}

export type Attribute =
  | CodeAttribute
  | NumberAttribute
  | TextAttribute
  | TimeAttribute
  | BooleanAttribute
  | SubstancesAttribute;

/** A substance held on a site. `tonnes` is the design maximum (GB 18218-2018, 4.2.2). */
export interface Substance {
  readonly name: string;
  readonly cas?: string;
  readonly tonnes: number;
}

/** How the map draws a feature. With `by`, colour and mark come from that code attribute's values. */
export interface LayerSymbol {
  readonly shape: Shape;
  readonly color: string;
  readonly by?: string;
  /** Single characters stay legible at symbol size; Chinese allowed. */
  readonly mark?: string;
  /** Below this zoom the map shows counts and density, not single symbols. */
  readonly minZoom: number;
}

/** A named way to weigh events in a heat map or a score: weight = Σ attribute × factor, or by code value. */
export interface WeightScheme {
  readonly id: string;
  readonly title: Title;
  /** Weight per code value of the attribute `by`; a code not listed weighs 0. */
  readonly by?: string;
  readonly byCode?: Readonly<Record<string, number>>;
  /** Factor per numeric attribute; an absent value counts 0 and is reported as unknown. `count` is the event itself. */
  readonly factors?: Readonly<Record<string, number>>;
  /** Where the weights come from and how sure they are: shown wherever the weight is chosen. */
  readonly source: Title;
}

export type LayerGeometry = "Point" | "LineString" | "Polygon" | "Mixed";

export interface LayerDefinition {
  readonly id: string;
  readonly title: Title;
  readonly description: Title;
  /** `ledger`: kept and answered for by an office. `support`: the surroundings that give a ledger its meaning. */
  readonly role: "ledger" | "support";
  /** Multi-geometries are allowed everywhere. `Mixed`: a point, or the outline where one has been surveyed. */
  readonly geometry: LayerGeometry;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** The `datetime` or `date` attribute that places a feature in time. Present only where features are events. */
  readonly time?: string;
  /** The ordered code attribute that says which feature of several is the worst. */
  readonly grade?: string;
  /** Numeric attributes whose sum means something: people, tonnes, deaths. */
  readonly totals: readonly string[];
  /** Ways to weigh the features in density; `count` is always available. */
  readonly weights?: readonly WeightScheme[];
  readonly symbol: LayerSymbol;
  /** The agreed interval: data older than this many days is overdue. Absent: it changes only by an act that is heard of. */
  readonly refreshDays?: number;
  /** Why this interval, and who says so; wherever there is one. */
  readonly refreshReason?: Title;
  /** Where a feature says which firm it belongs to, for layers whose features do: `name`, or ids of text attributes. */
  readonly firm?: { readonly name: string; readonly creditCode?: string; readonly address?: string };
  /** Header names met in delivered files, per attribute or per standard column (`code`, `name`, `lon`, `lat`, `address`…). */
  readonly importAliases: Readonly<Record<string, readonly string[]>>;
}

type AttributeOptions<A extends Attribute> = Omit<A, "type" | "title" | "values">;

/** Builders that keep a layer's attribute list readable. */
export const field = {
  code: (title: Title, values: readonly CodeValue[], options: AttributeOptions<CodeAttribute> = {}): CodeAttribute => ({
    type: "code",
    title,
    values,
    ...options,
  }),
  integer: (title: Title, options: AttributeOptions<NumberAttribute> = {}): NumberAttribute => ({
    type: "integer",
    title,
    ...options,
  }),
  number: (title: Title, options: AttributeOptions<NumberAttribute> = {}): NumberAttribute => ({
    type: "number",
    title,
    ...options,
  }),
  text: (title: Title, options: AttributeOptions<TextAttribute> = {}): TextAttribute => ({
    type: "text",
    title,
    ...options,
  }),
  date: (title: Title, options: AttributeOptions<TimeAttribute> = {}): TimeAttribute => ({
    type: "date",
    title,
    ...options,
  }),
  datetime: (title: Title, options: AttributeOptions<TimeAttribute> = {}): TimeAttribute => ({
    type: "datetime",
    title,
    ...options,
  }),
  boolean: (title: Title, options: AttributeOptions<BooleanAttribute> = {}): BooleanAttribute => ({
    type: "boolean",
    title,
    ...options,
  }),
  substances: (title: Title, options: AttributeOptions<SubstancesAttribute> = {}): SubstancesAttribute => ({
    type: "substances",
    title,
    ...options,
  }),
};

/** One value of a code list: `code("D", "D级", "Grade D", { color: "#d7191c", mark: "D" })`. */
export const code = (
  value: string,
  zh: string,
  en: string,
  look: Pick<CodeValue, "color" | "mark" | "aliases"> = {},
): CodeValue => ({ code: value, title: { zh, en }, ...look });

/**
 * Checks a layer value and returns it unchanged.
 *
 * @throws RangeError naming the layer and the field when the value contradicts itself.
 */
export function defineLayer(layer: LayerDefinition): LayerDefinition {
  const fail = (what: string): never => {
    throw new RangeError(`layer ${layer.id}: ${what}`);
  };
  const attribute = (id: string, role: string): Attribute =>
    layer.attributes[id] ?? fail(`${role} names no attribute: ${id}`);
  for (const [id, each] of Object.entries(layer.attributes)) {
    if (each.type !== "code") continue;
    const codes = new Set(each.values.map((value) => value.code));
    if (codes.size !== each.values.length) fail(`${id} has a code twice`);
    for (const value of each.values)
      if (value.color && !value.mark) fail(`${id}.${value.code} has a colour and no mark`);
  }
  if (layer.time && !["date", "datetime"].includes(attribute(layer.time, "time").type)) fail("time is not a date");
  if (layer.grade) {
    const grade = attribute(layer.grade, "grade");
    if (grade.type !== "code" || !grade.ordered) fail("grade is not an ordered code list");
  }
  if (layer.symbol.by && attribute(layer.symbol.by, "symbol.by").type !== "code") fail("symbol.by is not a code list");
  for (const id of layer.firm ? Object.values(layer.firm) : [])
    if (id !== "name" && attribute(id, "firm").type !== "text") fail(`firm ${id} is no text`);
  if ((layer.refreshDays === undefined) !== (layer.refreshReason === undefined))
    fail("an interval and its reason go together");
  for (const id of layer.totals)
    if (!["integer", "number"].includes(attribute(id, "totals").type)) fail(`total ${id} is no number`);
  return layer;
}
