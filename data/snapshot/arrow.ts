import type { LayerDefinition } from "../layers/define.ts";
import {
  type ArrowColumn,
  booleanColumn,
  codeColumn,
  extension,
  floatColumn,
  idColumn,
  numberColumn,
  readCodes,
  readColumn,
  readSharedText,
  readText,
  readTimes,
  sharedTextColumn,
  startsOf,
  textColumn,
  timeColumn,
  valuesOf,
} from "./arrow-columns.ts";
import {
  Binary,
  type Data,
  Field,
  FixedSizeList,
  Float64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint8,
} from "./arrow-library.js";
import { packOutlines, unpackOutlines } from "./outline-bytes.ts";
import type { OutlineColumns } from "./outline-columns.ts";
import { PackedText } from "./packed-text.ts";
import { IdColumn, type SnapshotTable, SubstancesColumn, type TableColumn } from "./table.ts";

/** Raised when an older reader would misread what is written. */
const FORMAT = "2";

/** What every feature has carries this prefix; the attributes stand under their own ids. */
const OWN = "feature.";

/** https://geoarrow.org/extension-types.html */
const CRS = JSON.stringify({ crs: "OGC:CRS84", crs_type: "authority_code" });

/**
 * A snapshot as one Arrow IPC stream of one batch: `feature.*` columns, then one column per attribute under its id.
 *
 * `feature.geometry` is a GeoArrow point; layers with lines or polygons add `feature.kind` (`OutlineKind`)
 * and `feature.outline` (the bytes of `packOutlines`: vertices to nine decimals, at most 0.06 mm off on either axis). Times are local, without zone. The same table gives the same bytes.
 *
 * @param layer - the table's layer; its personal attributes never enter.
 */
export function encodeSnapshot(table: SnapshotTable, layer: LayerDefinition): Uint8Array {
  let dictionaries = 0;
  const toColumn = (id: string, column: TableColumn): ArrowColumn => {
    if (column instanceof SubstancesColumn) return textColumn(id, column.json, extension("arrow.json"));
    switch (column.type) {
      case "code":
        return codeColumn(id, column, dictionaries++);
      case "number":
        return numberColumn(id, column);
      case "boolean":
        return booleanColumn(id, column);
      case "time":
        return timeColumn(id, column, layer.attributes[id]?.type === "date" ? "day" : "minute");
      case "text":
        return column instanceof PackedText ? textColumn(id, column) : sharedTextColumn(id, column, dictionaries++);
    }
  };
  const columns: ArrowColumn[] = [
    pointColumn(table.lonLat),
    ...(table.outlines ? outlineColumns(table.outlines, table.lonLat) : []),
    idColumn(`${OWN}id`, table.ids.bytes),
    textColumn(`${OWN}code`, table.codes),
    toColumn(`${OWN}name`, table.names),
    floatColumn(`${OWN}positionErrorM`, table.positionErrorM),
    codeColumn(`${OWN}district`, table.district, dictionaries++),
    codeColumn(`${OWN}source`, table.source, dictionaries++),
    timeColumn(`${OWN}observedOn`, table.observedOn, "day"),
    ...Object.entries(table.columns)
      .filter(([id]) => layer.attributes[id] && !layer.attributes[id].personal)
      .map(([id, column]) => toColumn(id, column)),
  ];
  const fields = columns.map(({ field }) => field);
  const schema = new Schema(fields, metadataOf(table));
  const children = columns.map(({ data }) => data);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length: table.count, children }));
  return tableToIPC(new Table(schema, [batch]), "stream");
}

const metadataOf = (table: SnapshotTable): Map<string, string> =>
  new Map([
    ["format", FORMAT],
    ["layer", table.layer],
    ["revision", String(table.revision)],
    ["planeCenter", JSON.stringify(table.planeCenter)],
    ["extent", JSON.stringify(table.extent)],
    ["dataDate", JSON.stringify(table.dataDate)],
  ]);

const POSITION_CHILD = new Field("xy", new Float64(), false);

function pointColumn(lonLat: Float64Array): ArrowColumn {
  const child = makeData({ type: new Float64(), data: lonLat });
  const data = makeData({ type: new FixedSizeList(2, POSITION_CHILD), length: lonLat.length / 2, child });
  return { field: new Field(`${OWN}geometry`, data.type, false, extension("geoarrow.point", CRS)), data };
}

function outlineColumns(outlines: OutlineColumns, lonLat: Float64Array): ArrowColumn[] {
  const { bytes, offsets } = packOutlines(outlines, lonLat);
  const data = makeData({ type: new Binary(), data: bytes, valueOffsets: offsets });
  const kinds = makeData({ type: new Uint8(), data: outlines.kind });
  return [
    { field: new Field(`${OWN}outline`, data.type, false), data },
    { field: new Field(`${OWN}kind`, kinds.type, false), data: kinds },
  ];
}

/**
 * Reads what `encodeSnapshot` wrote. Positions, numbers and codes are views of `bytes`, which must not change afterwards.
 *
 * @throws RangeError when the bytes are no snapshot, or one of another format.
 */
export function decodeSnapshot(bytes: Uint8Array): SnapshotTable {
  const arrow = tableFromIPC(bytes);
  const { metadata, fields } = arrow.schema;
  const read = (key: string): string => {
    const text = metadata.get(key);
    if (text === undefined) throw new RangeError(`not a snapshot: it states no ${key}`);
    return text;
  };
  if (read("format") !== FORMAT) throw new RangeError(`the snapshot has format ${read("format")}, not ${FORMAT}`);
  const find = (name: string): Data | undefined => arrow.getChild(name)?.data[0];
  const own = (name: string): Data => {
    const data = find(OWN + name);
    if (!data) throw new RangeError(`the snapshot lacks ${OWN}${name}`);
    return data;
  };
  const lonLat = valuesOf<Float64Array>(own("geometry").children[0]!);
  return {
    layer: read("layer"),
    revision: Number(read("revision")),
    count: arrow.numRows,
    planeCenter: JSON.parse(read("planeCenter")) as SnapshotTable["planeCenter"],
    extent: JSON.parse(read("extent")) as SnapshotTable["extent"],
    dataDate: JSON.parse(read("dataDate")) as SnapshotTable["dataDate"],
    lonLat,
    outlines: find(`${OWN}outline`) ? readOutlines(own("outline"), own("kind"), lonLat) : null,
    ids: new IdColumn(valuesOf(own("id"), 16)),
    codes: readText(own("code")),
    names: own("name").dictionary ? readSharedText(own("name")) : readText(own("name")),
    positionErrorM: valuesOf(own("positionErrorM")),
    district: readCodes(own("district")),
    source: readCodes(own("source")),
    observedOn: readTimes(own("observedOn")),
    columns: Object.fromEntries(
      fields
        .filter(({ name }) => !name.startsWith(OWN))
        .map((field) => [field.name, readColumn(field, find(field.name)!)]),
    ),
  };
}

const readOutlines = (rows: Data, kinds: Data, lonLat: Float64Array): OutlineColumns =>
  unpackOutlines({ bytes: rows.values as Uint8Array, offsets: startsOf(rows) }, valuesOf(kinds), lonLat);
