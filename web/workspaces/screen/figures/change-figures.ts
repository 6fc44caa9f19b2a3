import { getLayer, LAYER_IDS } from "#data/layers/index.ts";
import { isSimulated } from "#data/wall/feeds/simulated-mark.ts";
import type { Changes, FeatureChange } from "../../../api-changes.ts";
import { SCREEN_CHANGE_WORDS } from "../../../messages/screen-changes.ts";
import { ACTIONS, type Action, useChanges } from "../changes/use-changes.ts";
import type { Behind, Figure, PanelFigures } from "./behind.ts";
import { deskAddress, type Listing, useListing } from "./listing.ts";
import { refsById } from "./refs.ts";

/** More than any list has room for. */
const MOST_LISTED = 500;

const FIGURE = /^(.+)-(added|changed|removed)$/;

/** What is otherwise on it; for what is new or gone, since when. */
function amountOf(listing: Listing, { layer, action, fields }: FeatureChange): string {
  const words = SCREEN_CHANGE_WORDS[listing.wording.language];
  if (action !== "changed") return words.actions[action];
  if (fields.length === 0) return words.changedBack;
  const { attributes } = getLayer(layer);
  return words.fieldsOf(
    fields.map((field) => {
      const attribute = attributes[field];
      return attribute ? listing.title(attribute.title) : (words.standard[field] ?? field);
    }),
  );
}

/** The features of one ledger that are new, changed or gone today, the latest first. */
export function behindChanges(listing: Listing, layer: string, action: Action, answer: Changes): Behind {
  const words = SCREEN_CHANGE_WORDS[listing.wording.language];
  const { changes, layers } = answer;
  const count = layers.find((each) => each.layer === layer)?.[action] ?? 0;
  return {
    title: `${listing.title(getLayer(layer).title)} · ${words.actions[action]}`,
    value: listing.number(count),
    reading: [words.since(listing.today), words.counted],
    layers: [layer],
    groups: [
      {
        heading: null,
        count,
        listed: changes.length,
        lineOf: (place) => {
          const change = changes[place]!;
          const { id, name, code, district, source, at } = change;
          const where = district === null ? "" : (listing.wording.districts.get(district) ?? district);
          return {
            key: id,
            name: name || code,
            code,
            where: `${where} ${new Date(at).toTimeString().slice(0, 5)}`.trim(),
            amount: amountOf(listing, change),
            isSimulated: isSimulated(source),
          };
        },
      },
    ],
    marked: refsById(listing.ledgers, layer, action === "removed" ? [] : changes.map(({ id }) => id)),
    filters: { [layer]: "" },
    link: deskAddress(listing, "/", { layers: [layer] }),
  };
}

export const changeFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const { changes } = useChanges({}, 1);
    const words = SCREEN_CHANGE_WORDS[listing.wording.language];
    return (changes?.layers ?? []).flatMap(({ layer, ...counts }) =>
      ACTIONS.filter((action) => counts[action] > 0).map(
        (action): Figure => ({
          id: `${layer}-${action}`,
          title: `${listing.title(getLayer(layer).title)} · ${words.actions[action]}`,
          text: listing.number(counts[action]),
        }),
      ),
    );
  },
  useBehind: (figure) => {
    const listing = useListing();
    const [, named, wanted] = FIGURE.exec(figure) ?? [];
    const layer = LAYER_IDS.find((id) => id === named);
    const action = ACTIONS.find((each) => each === wanted);
    const { changes } = useChanges({ layer, action }, MOST_LISTED, layer !== undefined && action !== undefined);
    return changes && layer && action ? behindChanges(listing, layer, action, changes) : null;
  },
};
