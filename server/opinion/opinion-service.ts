import type { Geometry } from "geojson";
import { uuidv7 } from "uuidv7";
import { AnalysisRefusal } from "#data/analyses/define.ts";
import { getLayer } from "#data/layers/index.ts";
import type { Claim } from "#data/standards/proposal.ts";
import type { AppliedRule, Reduction, RuleBook } from "#data/standards/rule.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import { addOpinion, findOpinionContent, findOpinionProof, findOpinions } from "../db/opinions.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import { opinionWorker } from "../parts.ts";
import type { OpinionService, SignRequest, Zone } from "../services.ts";
import type { BuiltSnapshot } from "../snapshot/build-job.ts";
import { VERSION } from "../version.ts";
import { spacingAsk } from "./ask.ts";
import type { Judged, JudgeJob, JudgeOutcome } from "./judge.ts";
import { firstPositionOf } from "./nearby.ts";
import { type Ask, type Opinion, type OpinionRules, opinionNumber, spacingOf } from "./opinion.ts";
import { packProof } from "./pack-proof.ts";
import { sha256Of } from "./proof-format.ts";
import { layersOf } from "./run-analyses.ts";
import { createThreads } from "./thread.ts";

export interface OpinionOptions {
  readonly db: Database;
  findZone(): Promise<Zone>;
  /** @param asOf - the layer as it was known then; `null`: as it is published now. */
  findSnapshot(layer: string, asOf: Date | null): Promise<BuiltSnapshot>;
  findRules(asOf: Date | null): Promise<RuleSource>;
}

export interface OpenOpinions {
  readonly service: OpinionService;
  close(): Promise<void>;
}

const LIMIT_MS = 60_000;

/** Works opinions out, signs and keeps them. */
export function openOpinions({ db, findZone, findSnapshot, findRules }: OpinionOptions): OpenOpinions {
  const threads = createThreads<JudgeJob, JudgeOutcome>({
    entry: opinionWorker,
    what: "the opinion",
    limitMs: LIMIT_MS,
    most: 1,
    queueLimit: 16,
    keep: true,
  });

  async function sign(request: SignRequest, signal: AbortSignal): Promise<string> {
    const { proposal, also, asOf, by, remark } = request;
    const asks: Ask[] = [spacingAsk(proposal), ...also];
    const at = asOf?.at ?? null;
    const [zone, rules] = await Promise.all([findZone(), findRules(at)]);
    const snapshots: BuiltSnapshot[] = [];
    for (const layer of layersOf(asks)) snapshots.push(await findSnapshot(layer, at));
    const job: JudgeJob = {
      asks,
      geometry: proposal.geometry as Geometry,
      zoneCenter: zone.center ?? firstPositionOf(proposal.geometry as Geometry),
      rules,
      packed: Object.fromEntries(snapshots.map(({ layer, packed }) => [layer, packed])),
    };
    const judged = await threads.use(signal, (thread) => thread.run(job));
    if ("refusal" in judged) throw refusalOf(judged.refusal);
    const signedAt = new Date();
    const id = uuidv7();
    await addOpinion(db, signedAt.getFullYear(), async (serial) => {
      const opinion: Opinion = {
        id,
        number: opinionNumber(signedAt.getFullYear(), serial),
        by,
        at: signedAt.toISOString(),
        remark,
        asOf: asOf?.day ?? null,
        demo: zone.demo,
        zone: { name: zone.name, center: zone.center },
        program: VERSION,
        verdict: spacingOf(judged).summary.verdict,
        proposal,
        layers: snapshots.map(({ layer, revision, changedAt, dataDate, count }) => {
          return { layer, title: getLayer(layer).title, revision, changedAt, dataDate, count };
        }),
        rules: rulesOf(judged, rules.day),
        claims: proposal.claims.map((claim) => ({ ...claim, reduction: reductionOf(claim, judged.book) })),
        results: judged.results,
      };
      const parameters = { zoneCenter: job.zoneCenter, asks };
      const proof = await packProof({ opinion, parameters, source: rules, book: judged.book, nearby: judged.nearby });
      return {
        id,
        number: opinion.number,
        proposalName: proposal.name,
        verdict: opinion.verdict,
        revisions: Object.fromEntries(snapshots.map(({ layer, revision }) => [layer, revision])),
        ruleEdition: judged.book.edition,
        asOf: opinion.asOf,
        demo: zone.demo,
        by,
        at: signedAt,
        content: JSON.stringify(opinion),
        proof: Buffer.from(proof.buffer),
        proofSha256: sha256Of(proof),
      };
    });
    return id;
  }

  async function getOpinion(id: string): Promise<Opinion & { proofSha256: string }> {
    const found = await findOpinionContent(db, id);
    if (!found) throw unknown();
    return { ...(JSON.parse(found.content) as Opinion), proofSha256: found.proofSha256 };
  }

  return {
    service: {
      sign: async (request, signal) => getOpinion(await sign(request, signal)),
      findOpinions: (limit) => findOpinions(db, limit),
      getOpinion,
      async getProof(id) {
        const found = await findOpinionProof(db, id);
        if (!found) throw unknown();
        return { number: found.number, bytes: new Uint8Array(found.proof) };
      },
    },
    close: () => threads.close(),
  };
}

const unknown = () => new AppError("not-found", "there is no such opinion");

/** The path of the field within the request: of the proposal itself, or of another analysis' parameters. */
function refusalOf({ ask, field, reason, allowed }: Extract<JudgeOutcome, { refusal: unknown }>["refusal"]) {
  return new AnalysisRefusal(ask === 0 ? field : `also[${ask - 1}].parameters.${field}`, reason, allowed);
}

/** The analysis has refused every claim of a relief that is not in the rules. */
function reductionOf({ reductionId }: Claim, { reductions }: RuleBook): Reduction {
  const reduction = reductions.find(({ id }) => id === reductionId);
  if (!reduction) throw new RangeError(`no relief ${reductionId}`);
  return reduction;
}

function rulesOf(judged: Judged, day: string): OpinionRules {
  const { findings, summary } = spacingOf(judged);
  const used = new Set([
    ...findings.flatMap(({ rules }) => rules.map(({ ruleId }) => ruleId)),
    ...summary.applicableRules,
    ...summary.unverifiedRules,
  ]);
  const applied = judged.book.rules.filter(({ id }) => used.has(id));
  return {
    edition: judged.book.edition,
    day,
    applied,
    open: idsOf(applied, "uncertain"),
    unconfirmed: idsOf(applied, "memory"),
  };
}

const idsOf = (rules: RuleBook["rules"], confidence: AppliedRule["confidence"]): string[] =>
  rules.filter((rule) => rule.confidence === confidence && rule.confirmed === null).map(({ id }) => id);
