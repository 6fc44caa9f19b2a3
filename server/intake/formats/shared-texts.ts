import type { Archive, ArchiveEntry } from "./archive.ts";
import { UnreadableFile } from "./delivery.ts";
import { MOST_SHARED_TEXT } from "./limits.ts";
import { readXml } from "./xml-events.ts";

/** The texts to which cells refer by number: each stands once in a workbook. */
export async function readSharedTexts(archive: Archive, part: ArchiveEntry | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!part) return texts;
  let current = "";
  let length = 0;
  let inText = false;
  // Readings of characters stand beside the text, in the same element as parts of it.
  let inReading = false;
  await readXml(await archive.open(part), {
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") inReading = true;
      else if (name === "t") inText = !inReading;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
      else if (name === "si") {
        texts.push(unescapeText(current));
        length += current.length;
        if (length > MOST_SHARED_TEXT)
          throw new UnreadableFile("unpacks-too-large", "the workbook holds more text than is read: split it");
      }
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return texts;
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
