import { z } from "zod";
import type { ChecklistItem, FactorFinding } from "../../analyses/site-diagnosis-results.ts";
import { FactorConditionSchema, SITE_SCOPE, TitleSchema } from "../countermeasures/countermeasure.ts";
import { basisOf, fitsSite, meets, type SiteKind } from "../countermeasures/suggest-countermeasures.ts";
import siteVisit from "./site-visit.json" with { type: "json" };

const ItemSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: TitleSchema,
  ...SITE_SCOPE,
  /** Asked only where a finding calls for it. */
  when: z.array(FactorConditionSchema).min(1).optional(),
});

const ChecklistSchema = z.strictObject({
  id: z.string(),
  groups: z.array(z.strictObject({ id: z.string(), title: TitleSchema, items: z.array(ItemSchema).min(1) })).min(1),
});

/** Everything that a visit to a site may ask, by heading. Proposed here; no official form was found. */
export const SITE_VISIT = ChecklistSchema.parse(siteVisit);

/** What to look at on the spot: what every site of the kind asks for, and what its findings ask for. In printing order. */
export function siteChecklist(factors: readonly FactorFinding[], kind: SiteKind): ChecklistItem[] {
  const calling = factors.filter((each) => basisOf(each) !== null);
  return SITE_VISIT.groups.flatMap(({ id: group, title: groupTitle, items }) =>
    items
      .filter((item) => fitsSite(item, kind))
      .flatMap((item): ChecklistItem[] => {
        const because = item.when && calling.find((each) => item.when!.some((condition) => meets(condition, each)));
        if (item.when && !because) return [];
        return [
          {
            id: item.id,
            group,
            groupTitle,
            text: item.text,
            because: because ? { factor: because.factor, value: because.value } : null,
          },
        ];
      }),
  );
}
