import type { Attribute, LayerDefinition, Title } from "#data/layers/define.ts";
import { STANDARD_PROPERTIES, type StandardProperty } from "#data/layers/filter-properties.ts";

/** How the form asks for a property. */
export type Control = "values" | "range" | "days" | "contains";

/** One property that the form can filter by. */
export interface FormField {
  readonly property: string;
  readonly control: Control;
  /** `null` for a property that every layer has: its title stands in the messages. */
  readonly title: Title | null;
  readonly attribute: Attribute | null;
}

const CONTROLS: Readonly<Record<Attribute["type"], Control | null>> = {
  code: "values",
  boolean: "values",
  integer: "range",
  number: "range",
  date: "days",
  datetime: "days",
  text: "contains",
  substances: null,
};

const STANDARD_CONTROLS: Readonly<Record<StandardProperty, Control>> = {
  name: "contains",
  code: "contains",
  district: "values",
  source: "contains",
  observedOn: "days",
};

/** The fields of a layer's filter form: its attributes in the order of the registry, then what every layer has. None is personal. */
export function formFields({ attributes }: LayerDefinition): readonly FormField[] {
  const own = Object.entries(attributes).flatMap(([property, attribute]): FormField[] => {
    const control = CONTROLS[attribute.type];
    return control && !attribute.personal ? [{ property, control, title: attribute.title, attribute }] : [];
  });
  const standard = Object.entries(STANDARD_CONTROLS)
    .filter(([property]) => !Object.hasOwn(attributes, property))
    .map(([property, control]): FormField => ({ property, control, title: null, attribute: null }));
  return [...own, ...standard];
}

/** Whether a field asks for one of the properties that every layer has. */
export const isStandardField = (field: FormField): field is FormField & { readonly property: StandardProperty } =>
  field.attribute === null && Object.hasOwn(STANDARD_PROPERTIES, field.property);
