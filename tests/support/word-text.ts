import { SaxesParser } from "saxes";
import { readEntries } from "./read-workbook.ts";

/** A document as a reader sees it: its words in order, and its parts. */
export interface ReadDocument {
  readonly text: string;
  readonly parts: ReadonlyMap<string, string>;
}

/** @throws Error when a part of it is no well-formed XML, or a relation leads to no part. */
export function readDocument(bytes: Uint8Array): ReadDocument {
  const parts = readEntries(Buffer.from(bytes));
  for (const [name, content] of parts) {
    if (name.includes("/media/")) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(content).close();
  }
  for (const [, target] of parts.get("word/_rels/document.xml.rels")!.matchAll(/Target="([^"]+)"/g))
    if (!parts.has(`word/${target}`)) throw new Error(`there is no part ${target}`);
  const texts = [...parts.get("word/document.xml")!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)];
  return { text: texts.map(([, text]) => text).join("\n"), parts };
}
