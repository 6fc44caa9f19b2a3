import { z } from "zod";
import { pauseTour, resumeTour } from "./change-program.ts";
import { MOST_SCENES, type Scene } from "./scene.ts";
import { sceneAt, type TakingAlarm } from "./scene-at.ts";
import { tourOf } from "./scenes.ts";
import { PointSchema, ProgramSchema, type ScreenState, ScreenStateSchema } from "./screen-state.ts";

const { extent, period, layers, interruptedBy } = ScreenStateSchema.shape;
const { scenes } = ProgramSchema.options[1].shape;

/** What a person at the console says to screens. */
export const ScreenCommandSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("show"), scene: ProgramSchema.options[0].shape.scene }),
  z.strictObject({ action: z.literal("tour"), scenes: scenes.describe(`1 to ${MOST_SCENES} scenes`) }),
  z.strictObject({ action: z.literal("pause") }),
  z.strictObject({ action: z.literal("resume") }),
  z.strictObject({ action: z.literal("freeze") }),
  z.strictObject({ action: z.literal("thaw") }),
  z.strictObject({ action: z.literal("look"), extent }),
  z.strictObject({ action: z.literal("time"), period }),
  z.strictObject({ action: z.literal("layers"), layers }),
  z.strictObject({ action: z.literal("interrupt"), interruptedBy }),
  z.strictObject({
    action: z.literal("point"),
    figure: PointSchema.nullable().describe("Opens the list behind a figure; null: closes it"),
  }),
]);
export type ScreenCommand = z.output<typeof ScreenCommandSchema>;

/** What stands around a command: which scenes there are, which alarms, and when it is said. */
export interface Moment {
  readonly scenes: readonly Scene[];
  readonly alarms: readonly TakingAlarm[];
  /** Of the server's clock, milliseconds since 1970. */
  readonly now: number;
}

/** A screen that nobody has told anything yet: all scenes in turn, taken over by alarms of grades I and II. */
export const newScreenState = (scenes: readonly Scene[], now: number): ScreenState => ({
  program: { kind: "tour", scenes: tourOf(scenes), startedAt: toInstant(now), pausedAt: null },
  extent: null,
  period: null,
  layers: { on: [], off: [] },
  frozen: null,
  interruptedBy: 2,
  pointed: null,
});

/**
 * @returns the state after a command; what a command does not name stays. A new scene or tour begins with the scene's own place, time and
 * layers. Pausing holds for tours only; freezing holds whatever stands at that moment. Pointing holds where the figure's scene stands, also
 * on a frozen screen: the list is of the figures that it keeps.
 */
export function tellScreen(state: ScreenState, command: ScreenCommand, moment: Moment): ScreenState {
  const { program } = state;
  const { now } = moment;
  switch (command.action) {
    case "show":
      return { ...afresh(state), program: { kind: "scene", scene: command.scene } };
    case "tour":
      return {
        ...afresh(state),
        program: { kind: "tour", scenes: command.scenes, startedAt: toInstant(now), pausedAt: null },
      };
    case "pause":
      return program.kind === "tour" ? { ...state, program: pauseTour(program, now) } : state;
    case "resume":
      return program.kind === "tour" ? { ...state, program: resumeTour(program, now) } : state;
    case "freeze": {
      if (state.frozen) return state;
      const { scene } = sceneAt(state, moment.scenes, moment.alarms, now);
      return { ...state, frozen: { at: toInstant(now), scene } };
    }
    case "thaw":
      return { ...state, frozen: null };
    case "look":
      return { ...state, extent: command.extent };
    case "time":
      return { ...state, period: command.period };
    case "layers":
      return { ...state, layers: command.layers };
    case "interrupt":
      return { ...state, interruptedBy: command.interruptedBy };
    case "point": {
      const { figure } = command;
      if (figure === null) return { ...state, pointed: null };
      const { scene } = sceneAt(state, moment.scenes, moment.alarms, now);
      return scene === figure.scene ? { ...state, pointed: { ...figure, at: toInstant(now) } } : state;
    }
  }
}

const afresh = (state: ScreenState): ScreenState => ({
  ...state,
  extent: null,
  period: null,
  layers: { on: [], off: [] },
  frozen: null,
  pointed: null,
});

const toInstant = (ms: number): string => new Date(ms).toISOString();
