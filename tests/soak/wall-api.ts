import type { Random } from "#data/demo/random.ts";
import type { SceneEntry, ScreenEntry } from "../../server/wall/wall.ts";

const BY = "soak";

/** Ledgers of which a feature is changed now and then. */
const CHANGED_LAYERS = ["enterprises", "hazard-sources", "houses", "water-sources", "protection-targets"];

interface Feature {
  readonly id: string;
  readonly properties: { readonly name: string | null; readonly revision: number };
}

/** What a console and a clerk say to the server. */
export class WallApi {
  url: string;
  readonly #random: Random;
  #changes = 0;

  constructor(url: string, random: Random) {
    this.url = url;
    this.#random = random;
  }

  async addScreen(name: string): Promise<ScreenEntry> {
    return this.#send("POST", "/api/screens", { name, by: BY });
  }

  async findScreen(id: string): Promise<ScreenEntry> {
    return (await this.#send<{ screen: ScreenEntry }>("GET", `/api/screens/${id}`)).screen;
  }

  async findScenes(): Promise<string[]> {
    const { scenes } = await this.#send<{ scenes: SceneEntry[] }>("GET", "/api/scenes");
    return scenes.map(({ scene }) => scene.id);
  }

  async show(scene: string): Promise<void> {
    await this.#send("POST", "/api/screens/tell", { screens: "all", command: { action: "show", scene }, by: BY });
  }

  /** The present revision of every layer. */
  async findRevisions(): Promise<Record<string, number>> {
    const layers = await this.#send<{ id: string; revision: number }[]>("GET", "/api/layers");
    return Object.fromEntries(layers.map(({ id, revision }) => [id, revision]));
  }

  /** Changes a feature as a clerk does at a desk. @returns whose ledger has changed. */
  async changeFeature(): Promise<string> {
    const layer = this.#random.pick(CHANGED_LAYERS);
    const path = `/api/layers/${layer}/features`;
    const { features } = await this.#send<{ features: Feature[] }>("GET", `${path}?limit=50`);
    const { id, properties } = this.#random.pick(features);
    const name = `${(properties.name ?? "").replace(/ ·\d+$/, "")} ·${++this.#changes}`.trim();
    await this.#send("PATCH", `${path}/${id}`, { revision: properties.revision, by: BY, properties: { name } });
    return layer;
  }

  async #send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(this.url + path, {
      method,
      ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Answer;
  }
}
