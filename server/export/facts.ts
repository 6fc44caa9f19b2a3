import type { LayerDefinition } from "#data/layers/define.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import { personalTitles } from "./columns.ts";
import type { TargetCrs } from "./target-crs.ts";
import { EXPORT_WORDS, type Language } from "./words.ts";

/** What was asked, as the file repeats it. */
export interface Asked {
  readonly filter: string | null;
  readonly bounds: readonly number[] | null;
  /** ISO 8601 instant. */
  readonly asOf: string | null;
  /** How many features were named one by one. */
  readonly ids: number | null;
  /** ISO 8601 instant. */
  readonly madeAt: string;
  readonly demo: boolean;
}

interface FactsOptions {
  readonly layer: LayerDefinition;
  readonly language: Language;
  readonly crs: TargetCrs;
  readonly asked: Asked;
  readonly revision: number;
  readonly dataDate: string | null;
}

/** More do not fit a cell that a person reads. */
const SOURCES_SHOWN = 20;

/** What an exported file says about itself: enough to make it again, and to know what it may be used for. */
export class Facts {
  readonly #options: FactsOptions;
  readonly #sources = new Set<string>();
  readonly #remarks: string[] = [];
  #rows = 0;

  constructor(options: FactsOptions) {
    this.#options = options;
  }

  /** Of the sheet or folder that holds them. */
  get title(): string {
    return EXPORT_WORDS[this.#options.language].sheets.facts;
  }

  get rows(): number {
    return this.#rows;
  }

  count({ source }: FeatureRecord): void {
    this.#rows++;
    if (this.#sources.size <= SOURCES_SHOWN) this.#sources.add(source);
  }

  remark(text: string): void {
    this.#remarks.push(text);
  }

  /** Item and content, for people. */
  lines(): (readonly [item: string, content: string])[] {
    const { layer, language, crs, asked, revision, dataDate } = this.#options;
    const words = EXPORT_WORDS[language];
    const { facts } = words;
    const personal = personalTitles(layer, language);
    return [
      [facts.layer, `${layer.title[language]} (${layer.id})`],
      [facts.description, layer.description[language]],
      [facts.rows, words.rows(this.#rows)],
      [facts.sources, this.#sourceText()],
      [facts.dataDate, dataDate ?? words.unknown],
      [facts.revision, String(revision)],
      [facts.asOf, asked.asOf === null ? words.present : localTime(asked.asOf)],
      [facts.filter, asked.filter ?? words.none],
      [facts.box, asked.bounds?.join(", ") ?? words.none],
      [facts.selection, asked.ids === null ? words.none : words.selection(asked.ids)],
      [facts.crs, [crs.name, ...(crs.projected ? [words.axes] : [])].join(language === "zh" ? "；" : "; ")],
      ...(crs.epsg === null ? [[facts.remark, words.gcj02] as const] : []),
      [facts.personal, personal.length > 0 ? words.personalLeftOut(personal.join(words.and)) : words.noPersonal],
      [facts.gaps, words.gaps],
      [facts.licence, words.licence],
      [facts.madeAt, localTime(asked.madeAt)],
      ...(asked.demo ? [[facts.demo, words.demo] as const] : []),
      ...this.#remarks.map((text) => [facts.remark, text] as const),
    ];
  }

  /** The same as text, one line each. */
  text(): string {
    const colon = this.#options.language === "zh" ? "：" : ": ";
    return this.lines()
      .map(([item, content]) => `${item}${colon}${content}`)
      .join("\n");
  }

  /** The same for programs. */
  toJSON(): Readonly<Record<string, unknown>> {
    const { layer, crs, asked, revision, dataDate } = this.#options;
    const { madeAt, demo, ...conditions } = asked;
    return {
      layer: layer.id,
      rows: this.#rows,
      sources: [...this.#sources].slice(0, SOURCES_SHOWN),
      dataDate,
      revision,
      ...conditions,
      crs: crs.id,
      leftOut: Object.keys(layer.attributes).filter((id) => layer.attributes[id]!.personal),
      exportedAt: madeAt,
      demo,
      notes: this.text(),
    };
  }

  #sourceText(): string {
    const words = EXPORT_WORDS[this.#options.language];
    const named = [...this.#sources].filter((source) => source !== "");
    const shown = named.slice(0, SOURCES_SHOWN).join(words.and);
    return named.length > SOURCES_SHOWN ? `${shown} ${words.moreSources}` : shown || words.unknown;
  }
}

/** `2026-11-25 18:40 (UTC+08:00)`: the server's clock, and which clock that is. */
export function localTime(instant: string): string {
  const at = new Date(instant);
  const east = -at.getTimezoneOffset();
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const wall = new Date(at.getTime() + east * 60_000).toISOString().slice(0, 16).replace("T", " ");
  return `${wall} (UTC${east < 0 ? "-" : "+"}${two(east / 60)}:${two(east % 60)})`;
}
