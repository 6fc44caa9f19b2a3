import { uuidv7 } from "uuidv7";
import { checkScene } from "#data/wall/check-scene.ts";
import { newScreenState, tellScreen } from "#data/wall/command.ts";
import type { Scene } from "#data/wall/scene.ts";
import type { TakingAlarm } from "#data/wall/scene-at.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import type { Database } from "../db/record.ts";
import { addSceneVersion, findSceneVersions, type SceneVersion } from "../db/scenes.ts";
import {
  addScreen,
  changeScreens,
  findScreen,
  findScreens,
  findScreensOf,
  removeScreen,
  type ScreenRow,
} from "../db/screens.ts";
import { AppError } from "../errors.ts";
import type { Log } from "../http/log.ts";
import { batched } from "./batched.ts";
import { presentScenes } from "./present-scenes.ts";
import { reportLog } from "./report-log.ts";
import { tokenService } from "./token-service.ts";
import type { SceneEntry, ScreenEntry, ScreenReport, WallService } from "./wall.ts";

export interface WallOptions {
  readonly db: Database;
  /** Those that may take a screen over. */
  findAlarms(): Promise<readonly TakingAlarm[]>;
  readonly log: Pick<Log, "info">;
}

/** More than these nobody hangs up, and a list of them nobody reads. */
const MOST_SCREENS = 500;

/** The wall, as the routes see it. What screens say of themselves is kept in memory: it is of no use after a restart. */
export function wallService({ db, findAlarms, log }: WallOptions): WallService {
  const reports = new Map<string, ScreenReport & { readonly at: string }>();
  const lines = reportLog(log);
  const findOne = batched(async (ids) => new Map((await findScreensOf(db, ids)).map((row) => [row.id, row])));

  const scenesNow = async (): Promise<SceneEntry[]> => presentScenes(await findSceneVersions(db));

  const toEntry = ({ by, at, ...row }: ScreenRow): ScreenEntry => ({
    ...row,
    changedBy: by,
    changedAt: at,
    report: reports.get(row.id) ?? null,
  });

  async function changeOne(
    id: string,
    ...change: Parameters<typeof changeScreens> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) {
    const changed = await changeScreens(db, [id], ...change);
    if (!changed) throw noScreen();
    return toEntry(changed[0]!);
  }

  return {
    ...tokenService({ db, findSceneIds: async () => (await scenesNow()).map(({ scene }) => scene.id) }),
    findScenes: scenesNow,
    async saveScene(scene, { by, revision }) {
      refuseFaults(scene);
      await addSceneVersion(db, { sceneId: scene.id, scene, by }, (present) =>
        checkRevision(present, scene.id, revision),
      );
      return (await scenesNow()).find((entry) => entry.scene.id === scene.id)!;
    },
    async removeScene(id, { by, revision }) {
      await addSceneVersion(db, { sceneId: id, scene: null, by }, (present) => {
        if (!presentScenes(present).some(({ scene }) => scene.id === id)) throw noScene();
        checkRevision(present, id, revision);
      });
    },
    findScreens: async () => (await findScreens(db)).map(toEntry),
    async getScreen(id) {
      const screen = await findOne(id);
      if (!screen) throw noScreen();
      return { screen: toEntry(screen), now: new Date().toISOString() };
    },
    async addScreen({ name, viewing, by }) {
      const present = await findScreens(db);
      if (present.length >= MOST_SCREENS)
        throw new AppError("conflict", `there are ${MOST_SCREENS} screens already: remove one first`);
      const scenes = (await scenesNow()).map(({ scene }) => scene);
      const screen = { id: uuidv7(), name, viewing, state: newScreenState(scenes, Date.now()), by };
      if (!(await addScreen(db, screen))) throw nameTaken(name);
      return toEntry((await findScreen(db, screen.id))!);
    },
    async changeScreen(id, { by, ...change }) {
      const { name } = change;
      const isTaken =
        name !== undefined && (await findScreens(db)).some((each) => each.name === name && each.id !== id);
      if (isTaken) throw nameTaken(name);
      return changeOne(id, { kind: "changed", by, details: change }, () => change);
    },
    async removeScreen(id, by) {
      if (!(await removeScreen(db, id, by))) throw noScreen();
      reports.delete(id);
      lines.forget(id);
    },
    async tell(ids, command, by) {
      const [entries, alarms] = await Promise.all([scenesNow(), findAlarms()]);
      const scenes = entries.map(({ scene }) => scene);
      const unknown = namedBy(command).filter((id) => !scenes.some((scene) => scene.id === id));
      if (unknown.length > 0)
        throw new AppError("unprocessable", `there is no scene ${unknown.join(", ")}`, [
          {
            field: command.action === "tour" ? "command.scenes" : "command.scene",
            message: `there is no scene ${unknown.join(", ")}`,
            allowed: scenes.map(({ id }) => id).join(", "),
          },
        ]);
      const moment = { scenes, alarms, now: Date.now() };
      const changed = await changeScreens(db, ids, { kind: "told", by, details: command }, ({ state }) => ({
        state: tellScreen(state, command, moment),
      }));
      if (!changed) throw noScreen();
      return changed.map(toEntry);
    },
    async report(id, report) {
      if (!(await findOne(id))) throw noScreen();
      reports.set(id, { ...report, at: new Date().toISOString() });
      lines.note(id, report);
    },
  };
}

const namedBy = (command: Parameters<WallService["tell"]>[1]): readonly string[] =>
  command.action === "show" ? [command.scene] : command.action === "tour" ? command.scenes : [];

function refuseFaults(scene: Scene): void {
  const faults = checkScene(scene);
  if (faults.length === 0) return;
  throw new AppError(
    "unprocessable",
    `the scene is refused: ${faults.map(({ field }) => field).join(", ")}`,
    faults.map(({ field, message, allowed }) => ({
      field: `scene.${field}`,
      message,
      ...(allowed.length > 0 && { allowed: allowed.join(", ") }),
    })),
  );
}

function checkRevision(present: readonly SceneVersion[], id: string, revision: number): void {
  // One that is gone has none: whoever kept it open may make it anew, as whoever makes one of its name.
  const known = presentScenes(present).find(({ scene }) => scene.id === id)?.revision ?? 0;
  if (known !== revision)
    throw new AppError("conflict", "the scene has been changed in the meantime: read it again", [
      { field: "revision", message: "is not that of the present scene", allowed: String(known) },
    ]);
}

const noScreen = () => new AppError("not-found", "there is no such screen");
const noScene = () =>
  new AppError(
    "not-found",
    `there is no such scene; the product's own are ${PRESET_SCENES.map(({ id }) => id).join(", ")}`,
  );
const nameTaken = (name: string) =>
  new AppError("conflict", `there is a screen named ${name} already`, [
    { field: "name", message: `${name} is taken`, allowed: "a name that no other screen has" },
  ]);
