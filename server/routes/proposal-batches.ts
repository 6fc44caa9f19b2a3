import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { batchGeoJson, batchWorkbook } from "../batch/batch-files.ts";
import { BATCH_WORDS } from "../batch/batch-words.ts";
import { BatchSettingsSchema, type BatchView, type BatchWithRows, MOST_PARCELS } from "../batch/parcel.ts";
import { AppError } from "../errors.ts";
import { contentDisposition } from "../export/file-name.ts";
import { EXPORT_KINDS } from "../export/kinds.ts";
import { EXPORT_WORDS } from "../export/words.ts";
import { findDatum, UnknownDatum } from "../intake/datum.ts";
import type { Services } from "../services.ts";
import { personName } from "./import-schemas.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Proposal batches"];
const params = z.object({ id: z.uuid({ error: "is not the id of a batch" }) });
const lang = z.enum(["zh", "en"], { error: "must be one of zh, en" }).default("zh");

const BatchSchema = z.custom<BatchView>().openapi("ProposalBatch", {
  type: "object",
  description: "`state` is receiving, reading, checking, done, failed or cancelled; `progress` and `counts` grow.",
});
const BatchWithRowsSchema = z.custom<BatchWithRows>().openapi("ProposalBatchWithRows", {
  type: "object",
  description:
    "The same with `rows`: verdict, reasons, the rule of the least margin and the most demanding one for each parcel; what kept a parcel from being checked is its `problem`.",
});

const list = createRoute({
  method: "get",
  path: "/proposal-batches",
  tags,
  summary: "Batches that the server remembers, latest first",
  middleware: noQuery,
  responses: { 200: ok(z.array(BatchSchema).readonly(), "Batches without their rows"), ...problems() },
});

const create = createRoute({
  method: "post",
  path: "/proposal-batches",
  tags,
  summary: `Announce a file of up to ${MOST_PARCELS} parcels; its bytes follow`,
  description:
    "GeoJSON, a zipped Shapefile, GeoPackage or KML. `use` holds for all, or `uses` explains the codes of `useColumn`.",
  middleware: noQuery,
  request: { body: json(z.strictObject({ by: personName, settings: BatchSettingsSchema })) },
  responses: { 201: ok(BatchSchema, "The batch, waiting for its file"), ...problems(413, 415, 429) },
});

const receive = createRoute({
  method: "put",
  path: "/proposal-batches/{id}/file",
  tags,
  summary: "Send the file: the check begins",
  middleware: noQuery,
  request: {
    params,
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.unknown().openapi({ type: "string", format: "binary" }) } },
    },
  },
  responses: { 200: ok(BatchSchema, "The batch, being read"), ...problems(404, 409, 413, 415) },
});

const one = createRoute({
  method: "get",
  path: "/proposal-batches/{id}",
  tags,
  summary: "A batch with the parcels that were checked so far",
  middleware: noQuery,
  request: { params },
  responses: { 200: ok(BatchWithRowsSchema, "The batch"), ...problems(404) },
});

const cancel = createRoute({
  method: "post",
  path: "/proposal-batches/{id}/cancel",
  tags,
  summary: "Stop the check; what was checked stays",
  middleware: noQuery,
  request: { params },
  responses: { 200: ok(BatchSchema, "The batch"), ...problems(404) },
});

const remove = createRoute({
  method: "delete",
  path: "/proposal-batches/{id}",
  tags,
  summary: "Forget a batch",
  middleware: noQuery,
  request: { params },
  responses: { 204: { description: "Forgotten" }, ...problems(404) },
});

const xlsx = createRoute({
  method: "get",
  path: "/proposal-batches/{id}/xlsx",
  tags,
  summary: "The parcels in a workbook",
  request: { params, query: query({ lang }) },
  responses: {
    200: {
      description: "The workbook",
      content: { [EXPORT_KINDS.xlsx.mediaType]: { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problems(404),
  },
});

const geojson = createRoute({
  method: "get",
  path: "/proposal-batches/{id}/geojson",
  tags,
  summary: "The parcels with their verdicts, WGS84",
  request: { params, query: query({ lang }) },
  responses: {
    200: {
      description: "A FeatureCollection; `about` says what it was checked against",
      content: { [EXPORT_KINDS.geojson.mediaType as string]: { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problems(404),
  },
});

export const proposalBatchRoutes = (services: Services) =>
  router()
    .openapi(list, async (c) => c.json(await services.batches.findBatches(), 200))
    .openapi(create, async (c) => {
      const { by, settings } = c.req.valid("json");
      if (settings.datum !== null) assertDatum(settings.datum);
      return c.json(await services.batches.create({ by, settings }), 201);
    })
    .openapi(receive, async (c) => {
      if (!/^application\/octet-stream\b/i.test(c.req.header("content-type") ?? ""))
        throw new AppError("unsupported-media-type", "send the bytes as application/octet-stream");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json(await services.batches.receive(c.req.valid("param").id, bytes), 200);
    })
    .openapi(one, async (c) => c.json(await services.batches.getBatch(c.req.valid("param").id), 200))
    .openapi(cancel, async (c) => c.json(await services.batches.cancel(c.req.valid("param").id), 200))
    .openapi(remove, async (c) => {
      await services.batches.discard(c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(xlsx, async (c) => {
      const batch = await services.batches.getBatch(c.req.valid("param").id);
      const { lang: language } = c.req.valid("query");
      return answer(c, batch, "xlsx", language, await batchWorkbook(batch, language));
    })
    .openapi(geojson, async (c) => {
      const batch = await services.batches.getBatch(c.req.valid("param").id);
      return answer(c, batch, "geojson", c.req.valid("query").lang, batchGeoJson(batch));
    });

/** @throws AppError bad-body naming the field. */
function assertDatum(datum: string): void {
  try {
    findDatum(datum);
  } catch (error) {
    if (!(error instanceof UnknownDatum)) throw error;
    throw new AppError("bad-body", "the body is refused: settings.datum", [
      { field: "settings.datum", message: error.message },
    ]);
  }
}

function answer(
  c: Context,
  { id, demo, createdAt }: BatchWithRows,
  format: "xlsx" | "geojson",
  language: "zh" | "en",
  content: string | Uint8Array<ArrayBuffer>,
): Response {
  const { extension, mediaType } = EXPORT_KINDS[format];
  const parts = [
    ...(demo ? [EXPORT_WORDS[language].fileDemo] : []),
    BATCH_WORDS[language].title,
    createdAt.slice(0, 10),
  ];
  return c.body(content, 200, {
    "content-type": mediaType,
    "content-disposition": contentDisposition(`${parts.join("_")}.${extension}`, `parcels_${id}.${extension}`),
    "cache-control": "no-store",
  });
}
