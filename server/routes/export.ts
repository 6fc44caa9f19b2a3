import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { LayerDefinition } from "#data/layers/define.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { AppError } from "../errors.ts";
import { contentDisposition, fileName } from "../export/file-name.ts";
import { EXPORT_FORMAT_IDS, EXPORT_KINDS } from "../export/kinds.ts";
import { findTargetCrs, UnknownCrs } from "../export/target-crs.ts";
import type { ExportRequest, Services } from "../services.ts";
import { asOfQuery, bbox, featureQuery, filterOf } from "./feature-query.ts";
import { layerId, layerOf } from "./layer-path.ts";
import { json, noQuery, problems, query, router } from "./router.ts";

/** As many as fit a body that the server takes. */
const MAX_IDS = 200_000;

const oneOf = (values: readonly string[]) => `must be one of ${values.join(", ")}`;
const LANGUAGES = ["zh", "en"] as const;

const format = z.enum(EXPORT_FORMAT_IDS, { error: oneOf(EXPORT_FORMAT_IDS) }).default("xlsx");
const lang = z
  .enum(LANGUAGES, { error: oneOf(LANGUAGES) })
  .default("zh")
  .openapi({ description: "Of headers, labels and notes" });
const crs = z.string().default("wgs84").openapi({
  description:
    "`wgs84`; `cgcs2000-gk`: the three-degree Gauss-Kruger zone in which the zone lies; `gcj02`: for display on Chinese web maps only; `EPSG:n`. KML is always WGS84",
  example: "cgcs2000-gk",
});
const featureIds = z.array(z.uuid({ error: "is not a feature id" })).max(MAX_IDS, `has at most ${MAX_IDS} ids`);
const idList = z
  .string()
  .transform((text) => text.split(",").map((id) => id.trim()))
  .pipe(featureIds)
  .openapi({ type: "string", description: "Only these features: ids with commas between them" });

const common = { format, lang, crs, bbox: bbox.optional(), filter: featureQuery.filter, ...asOfQuery };
const Body = z.strictObject({
  ...common,
  ids: z
    .union([featureIds, idList])
    .optional()
    .openapi({
      type: "array",
      items: { type: "string", format: "uuid" },
      description: "Only these features",
    }),
});
type Asked = z.output<typeof Body>;

const answers = {
  200: {
    description: "The file, named after the layer and the day; without a record it says so in its name",
    content: Object.fromEntries(
      Object.values(EXPORT_KINDS).map(({ mediaType }) => [
        mediaType.split(";")[0]!,
        { schema: z.string().openapi({ format: "binary" }) },
      ]),
    ),
  },
  ...problems(404, 422, 429),
};
const description =
  "Every column is understood by the import: what was exported and is imported again changes nothing. Personal attributes are left out. `revision`, sources, filter and reference system stand in the file where the format has room for them.";

const download = createRoute({
  method: "get",
  path: "/layers/{id}/export",
  tags: ["Layers"],
  summary: "A layer, or part of it, as a file",
  description,
  request: { params: z.object({ id: layerId }), query: query({ ...common, ids: idList.optional() }) },
  responses: answers,
});

const downloadSelection = createRoute({
  method: "post",
  path: "/layers/{id}/export",
  tags: ["Layers"],
  summary: "The same for many features at once",
  description,
  middleware: noQuery,
  request: { params: z.object({ id: layerId }), body: json(Body) },
  responses: answers,
});

export const exportRoutes = (services: Services) =>
  router()
    .openapi(download, (c) => answer(c, services, c.req.valid("param").id, c.req.valid("query")))
    .openapi(downloadSelection, (c) => answer(c, services, c.req.valid("param").id, c.req.valid("json")));

async function answer(c: Context, services: Services, id: string, asked: Asked): Promise<Response> {
  const layer = layerOf(id);
  const { demo, center } = await services.findZone();
  const madeAt = new Date();
  const request: ExportRequest = {
    layer: layer.id,
    format: asked.format,
    language: asked.lang,
    crs: crsOf(asked, center ?? middleOf(services.snapshots.published(layer.id).extent)),
    filter: asked.filter === undefined ? null : { text: asked.filter, tree: filterOf(asked.filter, layer) },
    bounds: asked.bbox ?? null,
    asOf: asked.asOf ?? null,
    ids: asked.ids ?? null,
    madeAt,
    demo,
  };
  // A file takes seconds to write: who asks for the headers alone does not pay for it.
  if (c.req.method === "HEAD") return c.body(null, 200, headersOf(layer, request, null));
  const file = await services.exports.run(request, c.req.raw.signal);
  return c.body(file.open(), 200, { ...headersOf(layer, request, file.rows), "content-length": String(file.bytes) });
}

function headersOf(layer: LayerDefinition, request: ExportRequest, rows: number | null): Record<string, string> {
  const { extension, mediaType } = EXPORT_KINDS[request.format];
  const { language, crs, demo } = request;
  const day = localDayOf(request.asOf ?? request.madeAt);
  const name = fileName({ layer, language, crs, day, rows: rows ?? 1, demo, extension });
  return {
    "content-type": mediaType,
    "content-disposition": contentDisposition(name, `${layer.id}_${day}.${extension}`),
    "cache-control": "no-store",
  };
}

/** @throws AppError bad-parameter */
function crsOf({ crs, format }: Asked, center: readonly [number, number] | null): string {
  const refuse = (message: string, allowed: string) =>
    new AppError("bad-parameter", "refused: crs", [{ field: "crs", message, allowed }]);
  try {
    const { id } = findTargetCrs(crs, center);
    if (format === "kml" && id !== "wgs84") throw refuse("KML is always in WGS84", "wgs84");
    return id;
  } catch (error) {
    if (error instanceof UnknownCrs) throw refuse(error.message, error.allowed);
    throw error;
  }
}

const middleOf = (extent: readonly [number, number, number, number] | null): readonly [number, number] | null =>
  extent && [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
