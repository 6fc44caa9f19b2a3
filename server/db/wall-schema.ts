import { bigint, bigserial, index, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Scene } from "#data/wall/scene.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { Viewing } from "#data/wall/type-size.ts";
import type { ScreenEventKind } from "../wall/wall.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What people made of the wall's scenes. Only ever added to; the newest of a scene holds. */
export const sceneVersions = pgTable(
  "scene_versions",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    sceneId: text("scene_id").notNull(),
    /** null: removed; a scene of the product is as it came again. */
    scene: jsonb("scene").$type<Scene>(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("scene_versions_scene").on(t.sceneId, t.id.desc())],
);

/** The screens that hang somewhere, and what each has been told. */
export const screens = pgTable("screens", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull().unique(),
  /** null: as screens of its size usually hang. */
  viewing: jsonb("viewing").$type<Viewing>(),
  state: jsonb("state").$type<ScreenState>().notNull(),
  /** Rises with everything that a screen is told. */
  revision: bigint("revision", { mode: "number" }).notNull(),
  by: text("by").notNull(),
  at: instant("at").notNull(),
});

/** Who told which screen what, and who let it in. Only ever added to. */
export const screenEvents = pgTable(
  "screen_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    screenId: uuid("screen_id").notNull(),
    kind: text("kind").$type<ScreenEventKind>().notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    details: jsonb("details").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (t) => [index("screen_events_screen").on(t.screenId, t.id)],
);

/** What lets a screen in without a person. The token itself is kept nowhere. */
export const screenTokens = pgTable(
  "screen_tokens",
  {
    id: uuid("id").primaryKey(),
    screenId: uuid("screen_id")
      .notNull()
      .references(() => screens.id, { onDelete: "cascade" }),
    sha256: text("sha256").notNull().unique(),
    /** null: every scene. */
    scenes: text("scenes").array(),
    /** Addresses in CIDR notation; empty: from anywhere. */
    networks: text("networks").array().notNull(),
    madeBy: text("made_by").notNull(),
    madeAt: instant("made_at").notNull(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    revokedBy: text("revoked_by"),
    /** Minutes in which it let its screen in. */
    uses: integer("uses").notNull().default(0),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index("screen_tokens_screen").on(t.screenId)],
);
