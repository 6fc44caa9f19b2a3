import { createRoute, z } from "@hono/zod-openapi";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { RowState, StagedRowView } from "../intake/draft.ts";
import type { Services } from "../services.ts";
import { shownValue } from "./feature-answer.ts";
import {
  DecisionsSchema,
  DraftSchema,
  draftId,
  ImportReportSchema,
  ImportSchema,
  NewDraftSchema,
  personName,
  rowsQuery,
  SettingsChangeSchema,
  StagedRowSchema,
} from "./import-schemas.ts";
import { layerId, layerOf } from "./layer-path.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Imports"];
const params = z.object({ id: draftId });

const list = createRoute({
  method: "get",
  path: "/imports",
  tags,
  summary: "Files on their way in, and the files that came in, latest first",
  request: {
    query: query({ layer: layerId.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
  },
  responses: {
    200: ok(z.object({ drafts: z.array(DraftSchema), imports: z.array(ImportSchema) }), "Drafts and imports"),
    ...problems(),
  },
});

const create = createRoute({
  method: "post",
  path: "/imports",
  tags,
  summary: "Announce a file; its bytes follow",
  middleware: noQuery,
  request: { body: json(NewDraftSchema) },
  responses: { 201: ok(DraftSchema, "The draft, waiting for bytes"), ...problems(413) },
});

const receive = createRoute({
  method: "put",
  path: "/imports/{id}/file",
  tags,
  summary: "Send bytes of the file in their order; with the last of them the judging begins",
  request: {
    params,
    query: query({ offset: z.coerce.number().int().min(0).openapi({ description: "Of the first byte of the body" }) }),
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.unknown().openapi({ type: "string", format: "binary" }) } },
    },
  },
  responses: { 200: ok(DraftSchema, "How much is here"), ...problems(404, 409, 413, 415) },
});

const one = createRoute({
  method: "get",
  path: "/imports/{id}",
  tags,
  summary: "A draft with its preview and progress, or an import with its report",
  middleware: noQuery,
  request: { params },
  responses: {
    200: ok(
      z.object({
        draft: DraftSchema.nullable(),
        import: z.custom<Awaited<ReturnType<Services["intake"]["findImport"]>>>().openapi({
          type: ["object", "null"],
          description: "With `report`, and `touchedSince`: codes that an undo would leave as they are",
        }),
      }),
      "One of the two",
    ),
    ...problems(404),
  },
});

const change = createRoute({
  method: "patch",
  path: "/imports/{id}",
  tags,
  summary: "Understand the file another way: it is judged again",
  middleware: noQuery,
  request: { params, body: json(SettingsChangeSchema) },
  responses: { 200: ok(DraftSchema, "The draft, being judged"), ...problems(404, 409) },
});

const cancel = createRoute({
  method: "post",
  path: "/imports/{id}/cancel",
  tags,
  summary: "Stop the judging",
  middleware: noQuery,
  request: { params },
  responses: { 200: ok(DraftSchema, "The draft"), ...problems(404) },
});

const rows = createRoute({
  method: "get",
  path: "/imports/{id}/rows",
  tags,
  summary: "Rows of a draft with what they would change",
  request: { params, query: query(rowsQuery) },
  responses: {
    200: ok(z.object({ rows: z.array(StagedRowSchema) }), "A page, in the order of the file"),
    ...problems(404),
  },
});

const decide = createRoute({
  method: "post",
  path: "/imports/{id}/decisions",
  tags,
  summary: "Accept or leave out rows that wait for a person's word",
  middleware: noQuery,
  request: { params, body: json(DecisionsSchema) },
  responses: {
    200: ok(z.object({ rows: z.number().int(), draft: DraftSchema }), "How many rows were meant"),
    ...problems(404, 409, 422),
  },
});

const commit = createRoute({
  method: "post",
  path: "/imports/{id}/commit",
  tags,
  summary: "Write all that is accepted, or nothing",
  middleware: noQuery,
  request: { params, body: json(z.strictObject({ by: personName })) },
  responses: { 200: ok(ImportReportSchema, "What came of the file"), ...problems(404, 409, 422) },
});

const remove = createRoute({
  method: "delete",
  path: "/imports/{id}",
  tags,
  summary: "Take an import back, or forget a draft",
  request: { params, query: query({ by: personName }) },
  responses: {
    200: ok(
      z.object({
        undone: z
          .object({
            revision: z.number().int(),
            removed: z.number().int(),
            restored: z.number().int(),
            kept: z.array(z.string()).readonly(),
          })
          .nullable()
          .openapi({ description: "null: it was a draft. `kept`: features that somebody has changed since" }),
      }),
      "What was taken back",
    ),
    ...problems(404, 409),
  },
});

export const importRoutes = (services: Pick<Services, "intake">) =>
  router()
    .openapi(list, async (c) => {
      const { layer, limit } = c.req.valid("query");
      const [drafts, imports] = await Promise.all([
        services.intake.findDrafts(),
        services.intake.findImports(limit, layer),
      ]);
      return c.json({ drafts: [...drafts], imports: [...imports] }, 200, { "cache-control": "no-cache" });
    })
    .openapi(create, async (c) => c.json(await services.intake.create(c.req.valid("json")), 201))
    .openapi(receive, async (c) => {
      const { id } = c.req.valid("param");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json(await services.intake.receive(id, c.req.valid("query").offset, bytes), 200);
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid("param");
      const entry = await services.intake.findImport(id);
      return c.json({ draft: entry ? null : await services.intake.getDraft(id), import: entry }, 200, {
        "cache-control": "no-cache",
      });
    })
    .openapi(change, async (c) => {
      const { settings } = c.req.valid("json");
      return c.json(await services.intake.change(c.req.valid("param").id, settings), 200);
    })
    .openapi(cancel, async (c) => c.json(await services.intake.cancel(c.req.valid("param").id), 200))
    .openapi(rows, async (c) => {
      const { kind, ...rest } = c.req.valid("query");
      const { id } = c.req.valid("param");
      const { settings } = await services.intake.getDraft(id);
      const found = await services.intake.findRows(id, { ...rest, kinds: kind });
      return c.json({ rows: found.map((row) => masked(row, layerOf(settings.layer))) }, 200, {
        "cache-control": "no-cache",
      });
    })
    .openapi(decide, async (c) =>
      c.json(await services.intake.decide(c.req.valid("param").id, c.req.valid("json").decisions), 200),
    )
    .openapi(commit, async (c) =>
      c.json(await services.intake.commit(c.req.valid("param").id, c.req.valid("json").by), 200),
    )
    .openapi(remove, async (c) => {
      const { id } = c.req.valid("param");
      if (await services.intake.findImport(id))
        return c.json({ undone: await services.intake.undo(id, c.req.valid("query").by) }, 200);
      await services.intake.discard(id);
      return c.json({ undone: null }, 200);
    });

/** A row as anybody may see it: that a personal value changes is shown, what it is is not. */
const masked = (row: StagedRowView, layer: LayerDefinition): StagedRowView => ({
  ...row,
  before: row.before && maskedState(row.before, layer),
  after: row.after && maskedState(row.after, layer),
});

const maskedState = (state: RowState, layer: LayerDefinition): RowState => ({
  ...state,
  attributes: Object.fromEntries(
    Object.entries(state.attributes).map(([id, value]) => [id, shownValue(layer, id, value)]),
  ),
});
