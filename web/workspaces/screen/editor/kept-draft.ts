import { z } from "zod";
import { type Scene, SceneSchema } from "#data/wall/scene.ts";
import type { SceneEntry } from "../../../api-wall.ts";

const KEY = "screen.scene-draft.";

const Title = SceneSchema.shape.title.extend({ zh: z.string(), en: z.string() });

/** A title may be half typed; everything else of a draft is always a scene's. */
const KeptSchema = z.object({
  base: z.object({
    scene: SceneSchema,
    origin: z.enum(["preset", "changed", "own"]),
    revision: z.number(),
    changedBy: z.string().nullable(),
    changedAt: z.string().nullable(),
  }),
  draft: SceneSchema.extend({ title: Title }),
});

export interface KeptDraft {
  readonly base: SceneEntry;
  readonly draft: Scene;
}

/** Remembered on this machine, so that a page that is closed or reloaded loses nothing and need not ask. */
export function keepDraft(key: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(KEY + key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the draft holds as long as the page.
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(KEY + key);
  } catch {
    // As above.
  }
}

/** @returns `null` where nothing is kept, or what an older version kept is no longer read. */
export function recallDraft(key: string): KeptDraft | null {
  try {
    return KeptSchema.safeParse(JSON.parse(localStorage.getItem(KEY + key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}
