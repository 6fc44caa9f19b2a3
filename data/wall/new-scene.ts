/** The longest id that a scene may have. */
const LONGEST_ID = 40;

/**
 * The id of a scene that is being made, out of its English title: ids stand in addresses and in the tokens of screens, where a speaking
 * one is worth having.
 *
 * @param taken - ids that other scenes have.
 * @returns lower-case letters, digits and hyphens, at most 40; `scene-…` for a title without a Latin letter to begin with.
 */
export function newSceneId(titleEn: string, taken: readonly string[]): string {
  const words = titleEn
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "");
  const stem = trimmed(words, LONGEST_ID) || "scene";
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : `-${number}`;
    const id = trimmed(stem, LONGEST_ID - ending.length) + ending;
    if (!taken.includes(id)) return id;
  }
}

const trimmed = (text: string, length: number): string => text.slice(0, length).replace(/-+$/, "");
