import { decodeText } from "./decode-text.ts";
import { type FoundEncoding, UnreadableFile } from "./delivery.ts";
import { findEncoding } from "./find-encoding.ts";
import type { WorkSpace } from "./work-space.ts";

/** A text of a format that wants UTF-8, and often comes in something else all the same. */
export async function inUtf8(
  path: string,
  head: Buffer,
  stated: string | undefined,
  space: WorkSpace,
): Promise<{ readonly path: string; readonly encoding: FoundEncoding }> {
  const { encoding, mixed, firstBadLine } = await findEncoding(path, head, stated, "within-lines");
  if (firstBadLine !== null)
    throw new UnreadableFile(
      "wrong-encoding",
      `line ${firstBadLine} is not in ${encoding.id}, in which most lines are: the file mixes encodings`,
    );
  if (encoding.id === "utf-8") return { path, encoding };
  async function* transcoded() {
    for await (const { text } of decodeText(path, encoding.id, mixed, "within-lines")) yield Buffer.from(text);
  }
  return { path: await space.write(transcoded()), encoding };
}
