import { Input } from "antd";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useWords } from "../../messages/words.ts";
import { fieldTitle } from "./condition-words.ts";
import type { FieldProps } from "./filter-form.tsx";
import { useWording } from "./use-wording.ts";

/** A part of a text. */
export function ContainsField({ field, condition, onChange }: FieldProps<"contains">) {
  const words = useWords(FILTER_WORDS);
  return (
    <Input
      size="small"
      allowClear
      aria-label={fieldTitle(field, useWording())}
      placeholder={words.contains}
      value={condition?.part ?? ""}
      onChange={({ target }) => onChange({ control: "contains", part: target.value })}
    />
  );
}
