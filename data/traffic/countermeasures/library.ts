import { z } from "zod";
import behaviour from "./behaviour.json" with { type: "json" };
import conditions from "./conditions.json" with { type: "json" };
import { type Countermeasure, CountermeasureSchema } from "./countermeasure.ts";
import junctions from "./junctions.json" with { type: "json" };
import roadside from "./roadside.json" with { type: "json" };
import vulnerableUsers from "./vulnerable-users.json" with { type: "json" };

const FileSchema = z.strictObject({
  id: z.string().min(1),
  countermeasures: z.array(CountermeasureSchema).min(1),
});

/**
 * Typical treatments with their published effects, in the order of the files.
 *
 * @throws z.ZodError when a file has a row that is none.
 */
export const COUNTERMEASURES: readonly Countermeasure[] = [junctions, roadside, vulnerableUsers, conditions, behaviour]
  .map((file) => FileSchema.parse(file))
  .flatMap(({ countermeasures }) => countermeasures);
