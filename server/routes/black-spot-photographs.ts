import { createRoute, z } from "@hono/zod-openapi";
import { MAX_PHOTOGRAPH_BYTES, MAX_PHOTOGRAPHS } from "../black-spots/photograph.ts";
import { PersonSchema, ReasonSchema } from "../black-spots/words-said.ts";
import type { Services } from "../services.ts";
import { FileSchema, spotParams } from "./black-spots.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Black spots"];
const photographParams = spotParams.extend({ photoId: z.uuid({ error: "is not the id of a photograph" }) });
const picture = { schema: z.unknown().openapi({ type: "string", format: "binary" }) };

const add = createRoute({
  method: "post",
  path: "/black-spots/{id}/photos",
  tags,
  summary: "Add a photograph of a black spot",
  description: `The body is the picture itself, at most ${MAX_PHOTOGRAPH_BYTES / 1024 / 1024} MB; a spot has at most ${MAX_PHOTOGRAPHS}. Where, when and by what it was taken is taken out of it and not kept.`,
  request: {
    params: spotParams,
    query: query({
      by: PersonSchema,
      caption: ReasonSchema.optional().openapi({ description: "What it shows" }),
      takenOn: z.iso
        .date({ error: "must be a day, YYYY-MM-DD" })
        .optional()
        .openapi({ description: "The day it was taken" }),
    }),
    body: { required: true, content: { "image/jpeg": picture, "image/png": picture } },
  },
  responses: { 201: ok(FileSchema, "The spot with its photographs"), ...problems(404, 413, 415, 422) },
});

const one = createRoute({
  method: "get",
  path: "/black-spots/{id}/photos/{photoId}",
  tags,
  summary: "A photograph",
  middleware: noQuery,
  request: { params: photographParams },
  responses: {
    200: { description: "The picture", content: { "image/jpeg": picture, "image/png": picture } },
    ...problems(404),
  },
});

const withdraw = createRoute({
  method: "delete",
  path: "/black-spots/{id}/photos/{photoId}",
  tags,
  summary: "Withdraw a photograph: it is shown no longer, and the register says who withdrew it and why",
  middleware: noQuery,
  request: { params: photographParams, body: json(z.strictObject({ by: PersonSchema, reason: ReasonSchema })) },
  responses: { 200: ok(FileSchema, "The spot without it"), ...problems(404, 413, 415) },
});

export const blackSpotPhotographRoutes = (services: Pick<Services, "blackSpots">) =>
  router()
    .openapi(add, async (c) => {
      const { by, caption = null, takenOn = null } = c.req.valid("query");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const sent = { bytes, by, caption, takenOn };
      return c.json(await services.blackSpots.addPhotograph(c.req.valid("param").id, sent), 201);
    })
    .openapi(one, async (c) => {
      const { id, photoId } = c.req.valid("param");
      const { mediaType, bytes } = await services.blackSpots.getPhotograph(id, photoId);
      return c.body(bytes, 200, {
        "content-type": mediaType,
        "content-length": String(bytes.length),
        // Asked for again each time: one that was withdrawn is not shown from a cache.
        "cache-control": "no-store",
      });
    })
    .openapi(withdraw, async (c) => {
      const { id, photoId } = c.req.valid("param");
      return c.json(await services.blackSpots.withdrawPhotograph(id, photoId, c.req.valid("json")), 200);
    });
