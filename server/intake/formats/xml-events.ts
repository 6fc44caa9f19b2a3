import { SaxesParser } from "saxes";
import { UnreadableFile } from "./delivery.ts";
import { MOST_LINE_BYTES } from "./limits.ts";

export interface XmlHandlers {
  /** @param name - without its prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** A tree that is deeper than this is made to fill the memory. */
const MOST_DEPTH = 200;

/**
 * Reads XML as it comes, and hands control back after each piece so that a generator can yield what the handlers have gathered.
 * Document types are refused: they are what entity bombs and files read from the disk are made with.
 *
 * @throws UnreadableFile
 */
export async function* xmlPieces(content: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let quietBytes = 0;
  parser.on("opentag", (tag) => {
    quietBytes = 0;
    if (++depth > MOST_DEPTH) throw new UnreadableFile("broken-xml", "the XML is nested too deeply");
    handlers.open(withoutPrefix(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    quietBytes = 0;
    depth--;
    handlers.close(withoutPrefix(tag.name));
  });
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  parser.on("doctype", () => {
    throw new UnreadableFile(
      "document-type",
      "the XML brings a document type, which is refused: save the file without it",
    );
  });
  parser.on("error", (error) => {
    throw new UnreadableFile("broken-xml", `the XML is damaged: ${error.message}`);
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new UnreadableFile("broken-xml", "the XML is not in UTF-8");
    }
  };
  for await (const chunk of content) {
    quietBytes += chunk.length;
    parser.write(decode(chunk));
    if (quietBytes > MOST_LINE_BYTES)
      throw new UnreadableFile("broken-xml", `one value in the XML is longer than ${MOST_LINE_BYTES / 1e6} MB`);
    yield;
  }
  parser.write(decode());
  parser.close();
  yield;
}

/** Reads XML to its end. */
export async function readXml(content: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlPieces(content, handlers));
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The value of an attribute whatever its prefix. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((each) => withoutPrefix(each) === name);
  return key && attributes[key];
}
