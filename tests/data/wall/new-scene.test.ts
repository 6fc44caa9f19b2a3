import fc from "fast-check";
import { expect, test } from "vitest";
import { newSceneId } from "#data/wall/new-scene.ts";
import { SceneSchema } from "#data/wall/scene.ts";

test.each([
  ["Overview (copy)", [], "overview-copy"],
  ["Overview (copy)", ["overview-copy"], "overview-copy-2"],
  ["夜间值守", ["scene"], "scene-2"],
  ["2nd shift: Café", [], "nd-shift-cafe"],
])("%s beside %o becomes %s", (title, taken, id) => expect(newSceneId(title, taken)).toBe(id));

test("is always an id that no other scene has, however long the title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 0, max: 12 }), (title, others) => {
      const taken: string[] = [];
      for (let i = 0; i <= others; i++) taken.push(newSceneId(title, taken));
      expect(new Set(taken).size).toBe(taken.length);
      for (const id of taken) expect(SceneSchema.shape.id.safeParse(id).success, id).toBe(true);
    }),
  );
});
