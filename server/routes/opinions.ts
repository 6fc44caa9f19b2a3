import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { AnalysisRefusal } from "#data/analyses/define.ts";
import { findAnalysis } from "#data/analyses/index.ts";
import { ProposalSchema } from "#data/standards/proposal.ts";
import { MAX_PICTURE_BYTES } from "../document/picture.ts";
import { AppError } from "../errors.ts";
import { contentDisposition } from "../export/file-name.ts";
import { EXPORT_KINDS } from "../export/kinds.ts";
import { toFieldErrors } from "../http/field-errors.ts";
import type { Ask, OpinionEntry } from "../opinion/opinion.ts";
import { opinionDocument } from "../opinion/opinion-document.ts";
import { opinionWorkbook } from "../opinion/opinion-workbook.ts";
import { OPINION_WORDS } from "../opinion/words.ts";
import type { Services, SignedOpinion } from "../services.ts";
import { asOfDay } from "./as-of-day.ts";
import { personName } from "./import-schemas.ts";
import { pictureOf } from "./picture-body.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Opinions"];
const params = z.object({ id: z.uuid({ error: "is not the id of an opinion" }) });
const lang = z.enum(["zh", "en"], { error: "must be one of zh, en" }).default("zh");
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const OpinionSchema = z.custom<SignedOpinion>().openapi("Opinion", {
  type: "object",
  description:
    "The proposal, the verdict, every finding with its rules, the state of each layer that was read, the rules that were applied in full, open rows (待核实), claimed reliefs, and the checksum of the proof. It never changes.",
});
const EntrySchema = z
  .custom<OpinionEntry>()
  .openapi("OpinionEntry", { type: "object", description: "A line of the register of opinions" });

/** Second opinions that may stand beside the spacing check. */
const SECOND = ["hazard-grade", "land-use-advice", "risk-contours"];

const SignSchema = z.strictObject({
  kind: z.literal("spacing"),
  proposal: ProposalSchema,
  asOf: asOfDay.optional(),
  also: z
    .array(z.strictObject({ name: z.enum(SECOND), parameters: z.record(z.string(), z.unknown()) }))
    .max(10)
    .default([])
    .openapi({ description: "Analyses beside the spacing check, with their own parameters" }),
  by: personName,
  remark: z.string().trim().min(1).max(2_000).optional(),
});

const sign = createRoute({
  method: "post",
  path: "/opinions",
  tags,
  summary: "Check a proposal against the rules, sign the opinion and keep it",
  middleware: noQuery,
  request: { body: json(SignSchema) },
  responses: { 201: ok(OpinionSchema, "The opinion under its number"), ...problems(413, 415, 422, 429, 504) },
});

const list = createRoute({
  method: "get",
  path: "/opinions",
  tags,
  summary: "The register of signed opinions, latest first",
  request: { query: query({ limit: z.coerce.number().int().min(1).max(1000).default(200) }) },
  responses: { 200: ok(z.array(EntrySchema).readonly(), "Opinions"), ...problems() },
});

const one = createRoute({
  method: "get",
  path: "/opinions/{id}",
  tags,
  summary: "An opinion with everything that it rests on, as it was signed",
  middleware: noQuery,
  request: { params },
  responses: { 200: ok(OpinionSchema, "The opinion"), ...problems(404) },
});

const fileAnswer = (mediaType: string, description: string) => ({
  description,
  content: { [mediaType]: { schema: z.string().openapi({ format: "binary" }) } },
});

const docx = createRoute({
  method: "get",
  path: "/opinions/{id}/docx",
  tags,
  summary: "The opinion as a document to edit",
  request: { params, query: query({ lang }) },
  responses: { 200: fileAnswer(DOCX, "The document"), ...problems(404) },
});

const docxWithMap = createRoute({
  method: "post",
  path: "/opinions/{id}/docx",
  tags,
  summary: "The same with a picture of the map",
  middleware: noQuery,
  request: {
    params,
    body: json(
      z.strictObject({
        lang,
        picture: z.string().openapi({
          description: `A data URL of a PNG, at most ${MAX_PICTURE_BYTES / 1024 / 1024} MB`,
          example: "data:image/png;base64,…",
        }),
      }),
    ),
  },
  responses: { 200: fileAnswer(DOCX, "The document"), ...problems(404, 413, 415) },
});

const xlsx = createRoute({
  method: "get",
  path: "/opinions/{id}/xlsx",
  tags,
  summary: "The annex: every pair and every rule that applies to it, in a workbook",
  request: { params, query: query({ lang }) },
  responses: { 200: fileAnswer(EXPORT_KINDS.xlsx.mediaType, "The workbook"), ...problems(404) },
});

const proof = createRoute({
  method: "get",
  path: "/opinions/{id}/proof",
  tags,
  summary: "The proof bundle, which `npm run verify-proof` works out again offline",
  middleware: noQuery,
  request: { params },
  responses: { 200: fileAnswer("application/zip", "The zip, as it was made at the signing"), ...problems(404) },
});

export const opinionRoutes = (services: Services) =>
  router()
    .openapi(sign, async (c) => {
      const { proposal, also, asOf, by, remark } = c.req.valid("json");
      const request = { proposal, also: also.map(parsed), asOf: asOf ?? null, by, remark: remark ?? null };
      try {
        return c.json(await services.opinions.sign(request, c.req.raw.signal), 201);
      } catch (error) {
        throw error instanceof AnalysisRefusal ? toRefusal(error) : error;
      }
    })
    .openapi(list, async (c) => c.json(await services.opinions.findOpinions(c.req.valid("query").limit), 200))
    .openapi(one, async (c) => c.json(await services.opinions.getOpinion(c.req.valid("param").id), 200))
    .openapi(docx, async (c) => {
      const opinion = await services.opinions.getOpinion(c.req.valid("param").id);
      const { lang: language } = c.req.valid("query");
      return answer(c, opinion, "docx", DOCX, language, await opinionDocument(opinion, language, null));
    })
    .openapi(docxWithMap, async (c) => {
      const { lang: language, picture } = c.req.valid("json");
      const map = pictureOf("picture", picture);
      const opinion = await services.opinions.getOpinion(c.req.valid("param").id);
      return answer(c, opinion, "docx", DOCX, language, await opinionDocument(opinion, language, map));
    })
    .openapi(xlsx, async (c) => {
      const opinion = await services.opinions.getOpinion(c.req.valid("param").id);
      const { lang: language } = c.req.valid("query");
      const { extension, mediaType } = EXPORT_KINDS.xlsx;
      return answer(c, opinion, extension, mediaType, language, await opinionWorkbook(opinion, language));
    })
    .openapi(proof, async (c) => {
      const { id } = c.req.valid("param");
      const opinion = await services.opinions.getOpinion(id);
      const { bytes } = await services.opinions.getProof(id);
      return answer(c, opinion, "zip", "application/zip", "zh", bytes);
    });

/** @throws AppError bad-body naming the field of the analysis. */
function parsed({ name, parameters }: { name: string; parameters: unknown }, index: number): Ask {
  const analysis = findAnalysis(name);
  if (!analysis) throw new RangeError(`there is no analysis ${name}`);
  const result = analysis.parameters.safeParse(parameters);
  if (result.success) return { name, parameters: result.data };
  const errors = toFieldErrors(result.error, analysis.parameters).map((error) => ({
    ...error,
    field: `also[${index}].parameters.${error.field}`,
  }));
  throw new AppError("bad-body", `the body is refused: ${errors.map(({ field }) => field).join(", ")}`, errors);
}

const toRefusal = ({ field, reason, allowed }: AnalysisRefusal): AppError =>
  new AppError("unprocessable", `${field}: ${reason}`, [{ field, message: reason, ...(allowed && { allowed }) }]);

function answer(
  c: Context,
  { number, demo, id }: SignedOpinion,
  extension: string,
  mediaType: string,
  language: "zh" | "en",
  bytes: Uint8Array<ArrayBuffer>,
): Response {
  const name = [...(demo ? [OPINION_WORDS[language].demoFile] : []), number].join("_");
  return c.body(bytes, 200, {
    "content-type": mediaType,
    "content-disposition": contentDisposition(`${name}.${extension}`, `opinion_${id}.${extension}`),
    "cache-control": "no-store",
    "content-length": String(bytes.length),
  });
}
