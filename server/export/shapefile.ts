import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { shortFieldNames } from "#data/layers/column-names.ts";
import type { ExportColumn } from "./columns.ts";
import { DbaseFile, LONGEST_FIELD } from "./dbase-file.ts";
import type { ExportContext, ExportFormat, ExportWriter } from "./format.ts";
import { ShapeFile, type ShapeKind, shapeKindOf } from "./shape-file.ts";
import { EXPORT_WORDS } from "./words.ts";
import { createZip } from "./zip-file.ts";

const LEGEND = "字段对照.csv";
const ABOUT = "说明.txt";
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A zip of Shapefiles, one for each kind of geometry that the layer has, with codes as codes. Field names have ten bytes: the
 * legend beside them says which stands for what, and which texts were cut.
 */
export const shapefile: ExportFormat = {
  measured: (columns) => columns.filter(({ kind }) => kind === "text").map(({ id }) => id),
  open(context: ExportContext): ExportWriter {
    const { layer, crs, columns, stream, facts, path } = context;
    const madeAt = new Date();
    const names = shortFieldNames(layer);
    const types = stream.geometryTypes.size > 0 ? [...stream.geometryTypes] : [emptyTypeOf(layer.geometry)];
    const kinds = [...new Set(types.map(shapeKindOf))];
    const stems = new Map(kinds.map((kind) => [kind, kinds.length === 1 ? layer.id : `${layer.id}_${kind}`]));
    const folder = dirname(path);
    const fields = columns.map(({ id, kind }) => ({
      name: names.get(id)!,
      kind,
      longest: stream.longest.get(id) ?? 0,
    }));
    const parts = new Map<ShapeKind, { shapes: ShapeFile; table: DbaseFile }>(
      [...stems].map(([kind, stem]) => [
        kind,
        {
          shapes: new ShapeFile(join(folder, stem), kind),
          table: new DbaseFile(join(folder, `${stem}.dbf`), fields, madeAt),
        },
      ]),
    );
    return {
      add(feature, geometry) {
        const { shapes, table } = parts.get(shapeKindOf(geometry.type))!;
        shapes.add(geometry);
        table.add(columns.map((column) => column.valueOf(feature)));
      },
      async finish() {
        const zip = createZip(path, madeAt);
        for (const [kind, stem] of stems) {
          const { shapes, table } = parts.get(kind)!;
          shapes.close();
          table.close();
          for (const ending of ["shp", "shx", "dbf"])
            zip.addFile(`${stem}.${ending}`, join(folder, `${stem}.${ending}`));
          zip.addText(`${stem}.prj`, crs.esriWkt);
          zip.addText(`${stem}.cpg`, "UTF-8");
        }
        zip.addText(
          LEGEND,
          legendOf(
            columns,
            names,
            [...parts.values()].map(({ table }) => table),
          ),
        );
        zip.addText(ABOUT, `${BYTE_ORDER_MARK}${facts.text().replaceAll("\n", "\r\n")}\r\n`);
        await zip.finish();
        for (const stem of stems.values())
          for (const ending of ["shp", "shx", "dbf"]) rmSync(join(folder, `${stem}.${ending}`));
      },
    };
  },
};

/** A layer of points and outlines has no kind of its own while it is empty. */
const emptyTypeOf = (geometry: ExportContext["layer"]["geometry"]) => (geometry === "Mixed" ? "Point" : geometry);

/** Both languages in one table: the archive is passed on to people whom nobody asked. */
function legendOf(
  columns: readonly ExportColumn[],
  names: ReadonlyMap<string, string>,
  tables: readonly DbaseFile[],
): string {
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = columns.map(({ id, attribute, kind }) => {
    const name = names.get(id)!;
    const standard = (language: "zh" | "en") =>
      EXPORT_WORDS[language].columns[id as keyof (typeof EXPORT_WORDS)["zh"]["columns"]];
    const unit = attribute && "unit" in attribute ? (attribute.unit ?? "") : id === "positionErrorM" ? "m" : "";
    const codes =
      attribute?.type === "code"
        ? attribute.values.map(({ code, title }) => `${code}=${title.zh}/${title.en}`).join("; ")
        : "";
    const cut = tables.reduce((sum, table) => sum + (table.cut.get(name) ?? 0), 0);
    const note = cut > 0 ? `${cut} 项超过 ${LONGEST_FIELD} 字节被截断 / ${cut} cut to ${LONGEST_FIELD} bytes` : "";
    const titles = [attribute?.title.zh ?? standard("zh"), attribute?.title.en ?? standard("en")];
    return [name, id, ...titles, unit, kind, codes, note];
  });
  const heading = ["字段 field", "标识 id", "名称", "title", "单位 unit", "类型 type", "代码 codes", "备注 note"];
  return BYTE_ORDER_MARK + [heading, ...rows].map((row) => `${row.map(quote).join(",")}\r\n`).join("");
}
