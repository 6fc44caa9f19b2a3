import { z } from "@hono/zod-openapi";
import type { ConflictCursor } from "../conflicts/conflict.ts";

const CONTENT = /^(\d+(?:\.\d+)?(?:e[+-]\d+)?) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Callers treat it as opaque; it is the last place of the page before. */
export const toConflictCursor = ({ rank, id }: ConflictCursor): string => btoa(`${rank} ${id}`).replaceAll("=", "");

export const conflictCursor = z
  .string()
  .max(120)
  .transform((text, context): ConflictCursor => {
    const content = CONTENT.exec(/^[a-z\d+/]+$/i.test(text) && text.length % 4 !== 1 ? atob(text) : "");
    if (content) return { rank: Number(content[1]), id: content[2]! };
    context.addIssue({ code: "custom", message: "is not a cursor that an earlier page gave" });
    return z.NEVER;
  })
  .openapi({ type: "string", description: "`cursor` of the page before" });
