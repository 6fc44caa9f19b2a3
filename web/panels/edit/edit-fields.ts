import { type Attribute, code, field, type LayerDefinition, type Title } from "#data/layers/define.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";

/** A field of the form: an attribute of the layer, or what every feature has. */
export interface EditField {
  /** As in the answers of the server. */
  readonly id: string;
  readonly attribute: Attribute;
}

/** The layer's form, in the sections in which it is shown. */
export interface EditFields {
  readonly name: readonly EditField[];
  readonly place: readonly EditField[];
  readonly attributes: readonly EditField[];
  readonly record: readonly EditField[];
}

type Word = "code" | "name" | "district" | "source" | "observedOn" | "positionErrorM";

const titleOf = (word: Word): Title => ({ zh: DETAIL_WORDS.zh[word], en: DETAIL_WORDS.en[word] });

const MAX_CODE_LENGTH = 100;
const MAX_LINE_LENGTH = 300;

/** @param districts - names by district code; none: the code is typed. */
export function editFields(layer: LayerDefinition, districts: ReadonlyMap<string, string>, isNew: boolean): EditFields {
  const district =
    districts.size > 0
      ? field.code(
          titleOf("district"),
          [...districts].map(([id, name]) => code(id, name, name)),
        )
      : field.text(titleOf("district"), { maxLength: MAX_LINE_LENGTH });
  return {
    name: [
      { id: "code", attribute: field.text(titleOf("code"), { maxLength: MAX_CODE_LENGTH, required: true }) },
      { id: "name", attribute: field.text(titleOf("name"), { maxLength: MAX_LINE_LENGTH }) },
    ],
    place: [
      { id: "positionErrorM", attribute: field.number(titleOf("positionErrorM"), { unit: "m", min: 0 }) },
      { id: "district", attribute: district },
    ],
    attributes: Object.entries(layer.attributes).map(([id, attribute]) => ({ id, attribute })),
    record: [
      // Of a new feature it is the person, unless they say whose word it is.
      { id: "source", attribute: field.text(titleOf("source"), { maxLength: MAX_LINE_LENGTH, required: !isNew }) },
      { id: "observedOn", attribute: field.date(titleOf("observedOn")) },
    ],
  };
}

export const allFields = ({ name, place, attributes, record }: EditFields): readonly EditField[] => [
  ...name,
  ...place,
  ...attributes,
  ...record,
];
