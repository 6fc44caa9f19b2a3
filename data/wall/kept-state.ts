import { newScreenState } from "./command.ts";
import { PRESET_SCENES } from "./scenes.ts";
import { type ScreenState, ScreenStateSchema } from "./screen-state.ts";

/**
 * Reads what a screen was told by another version of the product. What this version cannot read of it is as on a screen that nobody has
 * told anything; the rest stays, so that one word of one screen never keeps the others dark.
 *
 * @param kept - whatever was kept.
 * @param at - when it was said, milliseconds since 1970: a tour that has to begin anew begins there.
 */
export function readKeptState(kept: unknown, at: number): ScreenState {
  const whole = ScreenStateSchema.safeParse(kept);
  if (whole.success) return whole.data;
  const fresh = newScreenState(PRESET_SCENES, at);
  const words = kept !== null && typeof kept === "object" ? (kept as Readonly<Record<string, unknown>>) : {};
  const readable = Object.entries(ScreenStateSchema.shape).flatMap(([key, schema]) => {
    const word = schema.safeParse(words[key]);
    return word.success ? [[key, word.data]] : [];
  });
  return { ...fresh, ...(Object.fromEntries(readable) as Partial<ScreenState>) };
}
