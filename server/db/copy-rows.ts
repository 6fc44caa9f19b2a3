/**
 * Rows of `COPY … TO STDOUT (FORMAT binary)`, taken apart as their bytes arrive.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 */
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
const HEADER_BYTES = SIGNATURE.length + 8;

/** The fields of one row; valid only until the next row, since they are views of the arriving bytes. */
export type Fields = readonly (Buffer | null)[];

/** @throws Error when the stream is not such a copy, or ends before its trailer. */
export async function* copyRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Fields[]> {
  let bytes: Buffer = Buffer.alloc(0);
  let headerRead = false;
  let ended = false;
  for await (const chunk of chunks) {
    bytes = bytes.length > 0 ? Buffer.concat([bytes, chunk]) : chunk;
    let at = 0;
    if (!headerRead) {
      if (bytes.length < HEADER_BYTES) continue;
      if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error("not a binary copy");
      at = HEADER_BYTES + bytes.readInt32BE(SIGNATURE.length + 4);
      headerRead = true;
    }
    const rows: Fields[] = [];
    for (;;) {
      const row = readRow(bytes, at);
      if (row === "incomplete") break;
      if (row === "trailer") {
        ended = true;
        break;
      }
      rows.push(row.fields);
      at = row.end;
    }
    yield rows;
    bytes = bytes.subarray(at);
  }
  if (!ended) throw new Error("the copy ended before its trailer");
}

function readRow(bytes: Buffer, start: number): { fields: Fields; end: number } | "incomplete" | "trailer" {
  if (bytes.length < start + 2) return "incomplete";
  const count = bytes.readInt16BE(start);
  if (count === -1) return "trailer";
  const fields: (Buffer | null)[] = new Array(count);
  let at = start + 2;
  for (let i = 0; i < count; i++) {
    if (bytes.length < at + 4) return "incomplete";
    const size = bytes.readInt32BE(at);
    at += 4;
    if (size < 0) {
      fields[i] = null;
      continue;
    }
    if (bytes.length < at + size) return "incomplete";
    fields[i] = bytes.subarray(at, at + size);
    at += size;
  }
  return { fields, end: at };
}
