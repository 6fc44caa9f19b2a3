import type { CampaignFinding, CampaignSummary } from "#data/analyses/campaign-results.ts";
import { SCREEN_CAMPAIGN_WORDS } from "../../../messages/screen-campaign.ts";
import { measuredByGravity, standingText } from "../campaign/standing-text.ts";
import { isInTotal, TOTALS, totalsOf } from "../campaign/totals.ts";
import { CAMPAIGN_LAYERS, useCampaign } from "../campaign/use-campaign.ts";
import { useAnswer } from "../use-answer.ts";
import type { Behind, ListedGroup, PanelFigures } from "./behind.ts";
import { type Listing, ledgerOf, rowGroup, useListing } from "./listing.ts";
import { refsById } from "./refs.ts";

const wordsOf = ({ wording }: Listing) => SCREEN_CAMPAIGN_WORDS[wording.language];

/** Targets, each with how it stands. */
function targetGroup(listing: Listing, targets: readonly CampaignFinding[]): ListedGroup {
  const words = wordsOf(listing);
  return {
    heading: null,
    count: targets.length,
    lineOf: (place) => {
      const { id, sector, title, standing, clause } = targets[place]!;
      return {
        key: id,
        name: `${sector} ${listing.title(title)}`,
        code: "",
        where: clause,
        amount: standingText(standing, words),
        isSimulated: false,
      };
    },
  };
}

const targetsBehind = (listing: Listing, title: string, targets: readonly CampaignFinding[]): Behind => ({
  title,
  value: listing.number(targets.length),
  reading: [],
  layers: CAMPAIGN_LAYERS,
  groups: [targetGroup(listing, targets)],
  marked: [],
  filters: {},
  link: null,
});

export const totalFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const total = useCampaign().answer?.summary.total;
    if (!total) return [];
    const counts = totalsOf(total);
    return TOTALS.map((id) => ({ id, title: wordsOf(listing).totals[id], text: listing.number(counts[id]) }));
  },
  useBehind: (id) => {
    const listing = useListing();
    const { answer } = useCampaign();
    const total = TOTALS.find((each) => each === id);
    if (!answer || !total) return null;
    const title = wordsOf(listing).totals[total];
    return targetsBehind(
      listing,
      title,
      answer.findings.filter((finding) => isInTotal(finding, total)),
    );
  },
};

const SECTOR_COLUMNS = ["late", "measurable", "targets"] as const;
const SECTOR = /^(\d{1,2})-(late|measurable|targets)$/;

const isInColumn = (finding: CampaignFinding, column: (typeof SECTOR_COLUMNS)[number]): boolean =>
  column === "targets" || (column === "late" ? finding.standing.kind === "late" : finding.measured !== null);

export const sectorFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const { answer } = useCampaign();
    if (!answer) return [];
    const [, ...columns] = wordsOf(listing).columns;
    return answer.summary.sectors.flatMap(({ sector, title, targets, measurable, standings }) =>
      [standings.late, measurable, targets].map((count, at) => ({
        id: `${sector}-${SECTOR_COLUMNS[at]}`,
        title: `${sector} ${listing.title(title)} · ${columns[at]}`,
        text: listing.number(count),
      })),
    );
  },
  useBehind: (id) => {
    const listing = useListing();
    const { answer } = useCampaign();
    const [, number, name] = SECTOR.exec(id) ?? [];
    const column = SECTOR_COLUMNS.find((each) => each === name);
    const sector = answer?.summary.sectors.find((each) => each.sector === Number(number));
    if (!answer || !sector || !column) return null;
    const heading = wordsOf(listing).columns[SECTOR_COLUMNS.indexOf(column) + 1];
    const targets = answer.findings.filter(
      (finding) => finding.sector === sector.sector && isInColumn(finding, column),
    );
    return targetsBehind(listing, `${sector.sector} ${listing.title(sector.title)} · ${heading}`, targets);
  },
};

/** More features than a list could ever hold; counts are complete whatever is listed. */
const MOST_LISTED = 5_000;

export const targetFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const { answer } = useCampaign();
    return measuredByGravity(answer?.findings ?? []).map(({ id, sector, title, standing }) => ({
      id,
      title: `${sector} ${listing.title(title)}`,
      text: standingText(standing, wordsOf(listing)),
    }));
  },
  useBehind: (id) => {
    const listing = useListing();
    const known = useCampaign().answer?.findings.find((finding) => finding.id === id);
    const question = { today: listing.today, sectors: known ? [known.sector] : [], limit: MOST_LISTED };
    const asked = useAnswer<CampaignFinding, CampaignSummary>(
      "campaign",
      question,
      CAMPAIGN_LAYERS,
      known !== undefined,
    );
    const finding = asked.answer?.findings.find((each) => each.id === id);
    return finding ? behindTarget(listing, finding) : null;
  },
};

/** The features that a target's number counts, and those that keep it from being one number. */
export function behindTarget(listing: Listing, finding: CampaignFinding): Behind | null {
  const { measured, standing, sector, title, clause } = finding;
  const ledger = measured && ledgerOf(listing, measured.layer);
  if (!measured || !ledger) return null;
  const { words } = listing;
  const parts = [
    { heading: measured.behind.role === "unmet" ? words.unmet : words.met, ...measured.behind },
    { heading: words.cannotTell, ...measured.unknown },
  ].filter(({ count }) => count > 0);
  const groups = parts.map(({ heading, count, listed }): ListedGroup => {
    const rows = refsById(
      listing.ledgers,
      measured.layer,
      listed.map((each) => each.id),
    ).map(({ row }) => row);
    return { ...rowGroup(listing, ledger, rows, { heading }), count, listed: rows.length };
  });
  return {
    title: `${sector} ${listing.title(title)}`,
    value: standingText(standing, wordsOf(listing)),
    reading: [listing.title(measured.reading), clause],
    layers: [measured.layer],
    groups,
    marked: parts.flatMap(({ listed }) =>
      refsById(
        listing.ledgers,
        measured.layer,
        listed.map((each) => each.id),
      ),
    ),
    filters: { [measured.layer]: "" },
    link: null,
  };
}
