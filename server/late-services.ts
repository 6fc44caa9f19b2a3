import { AppError } from "./errors.ts";
import type { Services } from "./services.ts";

/** Services that answer "not ready" until they are there, so that the server can listen while it prepares. */
export interface LateServices {
  readonly services: Services;
  ready(services: Services): void;
}

export function lateServices(): LateServices {
  let present: Services | null = null;
  const get = (): Services => {
    if (present) return present;
    throw new AppError("unavailable", "the server is starting: the layers are not ready yet");
  };
  return {
    services: {
      findZone: async () => get().findZone(),
      get record() {
        return get().record;
      },
      get edits() {
        return get().edits;
      },
      get snapshots() {
        return get().snapshots;
      },
      get analyses() {
        return get().analyses;
      },
      get intake() {
        return get().intake;
      },
      get links() {
        return get().links;
      },
      get events() {
        return get().events;
      },
      get exports() {
        return get().exports;
      },
      get conflicts() {
        return get().conflicts;
      },
      get blackSpots() {
        return get().blackSpots;
      },
      get feeds() {
        return get().feeds;
      },
      get alarms() {
        return get().alarms;
      },
      get incidents() {
        return get().incidents;
      },
      get wall() {
        return get().wall;
      },
      get rules() {
        return get().rules;
      },
      get opinions() {
        return get().opinions;
      },
      get batches() {
        return get().batches;
      },
    },
    ready(services) {
      present = services;
    },
  };
}
