import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { type Quarter, quarterOf, quarterOfDay } from "../black-spots/days.ts";
import { LETTER_WORDS } from "../black-spots/letter-words.ts";
import { QUARTER_WORDS } from "../black-spots/quarter-words.ts";
import { SPOT_WORDS } from "../black-spots/spot-words.ts";
import { PersonSchema, TitleSchema } from "../black-spots/words-said.ts";
import { contentDisposition } from "../export/file-name.ts";
import { EXPORT_KINDS } from "../export/kinds.ts";
import type { Services } from "../services.ts";
import { spotParams } from "./black-spots.ts";
import { pictureOf } from "./picture-body.ts";
import { json, noQuery, problems, query, router } from "./router.ts";

const tags = ["Black spots"];
const lang = z.enum(["zh", "en"], { error: "must be one of zh, en" }).default("zh");
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const file = (mediaType: string, description: string) => ({
  description,
  content: { [mediaType]: { schema: z.string().openapi({ format: "binary" }) } },
});

const QUARTER = /^(\d{4})Q([1-4])$/;
const quarter = z
  .string()
  .transform((text, context): Quarter => {
    const [, year, index] = QUARTER.exec(text) ?? [];
    const present = quarterOfDay(localDayOf(new Date()));
    if (year && index && text >= "1900" && text <= present.name) return quarterOf(Number(year), Number(index));
    const message = index ? "is not a quarter that has begun" : "is not a quarter";
    context.addIssue({ code: "custom", message, params: { allowed: `1900Q1 to ${present.name}` } });
    return z.NEVER;
  })
  .optional()
  .openapi({ type: "string", description: "Without it, the present one", example: "2026Q3" });

const table = createRoute({
  method: "get",
  path: "/black-spots/quarter",
  tags,
  summary: "The quarterly table of the register, as a workbook",
  description:
    "Every spot that was in the register when the quarter ended, with what happened to it in the quarter by the day that events are about, and totals. A quarter that has not ended is told up to today.",
  request: { query: query({ quarter, lang }) },
  responses: {
    200: file(EXPORT_KINDS.xlsx.mediaType.split(";")[0]!, "Three sheets: the table, its totals, and about it"),
    ...problems(),
  },
});

const picture = z.string().optional().openapi({ description: "A data URL of a PNG, at most 5 MB" });
const LetterSchema = z.strictObject({
  lang,
  addressee: TitleSchema.openapi({ description: "The office that is asked to treat the spot" }),
  by: PersonSchema,
  office: TitleSchema.optional().openapi({ description: "Who sends it" }),
  documentNumber: TitleSchema.optional(),
  dueOn: z.iso
    .date({ error: "must be a day, YYYY-MM-DD" })
    .optional()
    .openapi({ description: "Without it, the deadline of the entry" }),
  measures: z
    .array(z.strictObject({ title: TitleSchema, reason: z.string().trim().min(1).max(500).optional() }))
    .max(30)
    .default([])
    .openapi({ description: "Without any, what the diagnosis suggests" }),
  diagnosis: z
    .record(z.string().max(60), z.unknown())
    .default({})
    .openapi({ description: "Parameters of `site-diagnosis` but the site; without a period, that of the entry" }),
  map: picture,
  diagram: picture,
});

const letter = createRoute({
  method: "post",
  path: "/black-spots/{id}/letter",
  tags,
  summary: "The letter that proposes a treatment, as a document to edit",
  description:
    "Facts, rule, map, crashes without anything personal, collision diagram, reasons, measures, deadline and signatures. Nothing is kept: that a letter was sent is said as an event.",
  middleware: noQuery,
  request: { params: spotParams, body: json(LetterSchema) },
  responses: { 200: file(DOCX, "The document"), ...problems(404, 413, 415, 422, 429, 504) },
});

export const blackSpotFileRoutes = (services: Pick<Services, "blackSpots" | "findZone">) =>
  router()
    .openapi(table, async (c) => {
      const { quarter: asked = quarterOfDay(localDayOf(new Date())), lang: language } = c.req.valid("query");
      const { mediaType, extension } = EXPORT_KINDS.xlsx;
      const name = `${QUARTER_WORDS[language].title.replaceAll(" ", "-")}_${asked.name}.${extension}`;
      const bytes = await services.blackSpots.writeQuarter(asked, language);
      const { demo } = await services.findZone();
      return answer(c, bytes, mediaType, { name, plain: `black-spots_${asked.name}.${extension}`, language, demo });
    })
    .openapi(letter, async (c) => {
      const { lang: language, map, diagram, office, documentNumber, dueOn, measures, ...rest } = c.req.valid("json");
      const request = {
        ...rest,
        language,
        office: office ?? null,
        documentNumber: documentNumber ?? null,
        dueOn: dueOn ?? null,
        measures: measures.map(({ title, reason }) => ({ title, reason: reason ?? null })),
        map: map === undefined ? null : pictureOf("map", map),
        diagram: diagram === undefined ? null : pictureOf("diagram", diagram),
      };
      const { id } = c.req.valid("param");
      const { code, bytes } = await services.blackSpots.writeLetter(id, request, c.req.raw.signal);
      const { demo } = await services.findZone();
      const name = `${LETTER_WORDS[language].title.replaceAll(" ", "-")}_${code}.docx`;
      return answer(c, bytes, DOCX, { name, plain: `letter_${id}.docx`, language, demo });
    });

interface Named {
  readonly name: string;
  /** For clients that know no other than ASCII names. */
  readonly plain: string;
  readonly language: "zh" | "en";
  readonly demo: boolean;
}

function answer(c: Context, bytes: Uint8Array<ArrayBuffer>, mediaType: string, named: Named): Response {
  const { name, plain, language, demo } = named;
  const shown = demo ? `${SPOT_WORDS[language].demoFile}_${name}` : name;
  return c.body(bytes, 200, {
    "content-type": mediaType,
    "content-disposition": contentDisposition(shown.replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, "-"), plain),
    "content-length": String(bytes.length),
    "cache-control": "no-store",
  });
}
