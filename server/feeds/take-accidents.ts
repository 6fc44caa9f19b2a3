import { getLayer } from "#data/layers/index.ts";
import type { AccidentMessage } from "#data/wall/feeds/accident-messages.ts";
import { SIMULATED_MARK, sourceNameOf } from "#data/wall/feeds/simulated-mark.ts";
import { type FeatureInput, writeFeatures } from "../db/feature-writes.ts";
import { findPresentFeatures } from "../db/feed-sensors.ts";
import type { HeldSource } from "../db/feed-sources.ts";
import type { Executor } from "../db/record.ts";
import { draftOfEdit } from "../intake/hand-edit.ts";
import { ACCEPTED, quarantined, type Taken } from "./message-result.ts";

const LAYER = "accidents";
const SEVERITY_NAMES = { fatal: "死亡事故", injury: "伤人事故", damage: "财产损失事故" } as const;

/** Takes accidents into the ledger, through the checks that hold for a person's edit. */
export async function takeAccidents(
  tx: Executor,
  source: HeldSource,
  messages: readonly AccidentMessage[],
): Promise<Taken[]> {
  const codeOf = ({ id }: AccidentMessage) => `${source.id}/${id}`;
  const present = await findPresentFeatures(
    tx,
    messages.map((message) => ({ layer: LAYER, code: codeOf(message) })),
  );
  const drafts: FeatureInput[] = [];
  const taken = messages.map((message): Taken => {
    const code = codeOf(message);
    if (present.has(`${LAYER}/${code}`))
      return quarantined("code-taken", "id", "the ledger has an accident of that code");
    const judged = draftOf(source, code, message);
    if ("refusals" in judged) {
      const [first] = judged.refusals;
      return quarantined("refused", first!.field.replace(/^properties\./, ""), first!.message);
    }
    drafts.push(judged.draft);
    return ACCEPTED;
  });
  if (drafts.length > 0)
    await writeFeatures(tx, LAYER, drafts, { changedBy: sourceNameOf(source), reason: `feed ${source.id}` });
  return taken;
}

function draftOf(source: HeldSource, code: string, message: AccidentMessage) {
  const { happenedAt, severity, deaths, injuries, form, roadCode, roadName, dangerousGoods, position } = message;
  const plain = message.name ?? `${SEVERITY_NAMES[severity]} ${happenedAt.replace("T", " ")}`;
  const properties = {
    code,
    name: source.simulated ? `${plain}${SIMULATED_MARK}` : plain,
    source: sourceNameOf(source),
    observedOn: happenedAt.slice(0, 10),
    ...{ happenedAt, severity, deaths, injuries },
    ...(form !== undefined && { form }),
    ...(roadCode !== undefined && { roadCode }),
    ...(roadName !== undefined && { roadName }),
    ...(dangerousGoods !== undefined && { dangerousGoods }),
  };
  return draftOfEdit(
    getLayer(LAYER),
    null,
    { properties, geometry: { type: "Point", coordinates: [...position] } },
    source.title,
  );
}
