import { getLayer } from "#data/layers/index.ts";
import type { Language } from "../../messages/words.ts";
import type { EditSession } from "../../state/editing.ts";

/** What people call the feature that is being changed. */
export function sessionName({ base, layer, touched }: EditSession, language: Language): string {
  if (base) return base.properties.name || base.properties.code;
  const given = touched.name || touched.code;
  const title = getLayer(layer).title[language];
  return typeof given === "string" ? `${title} ${given}` : title;
}
