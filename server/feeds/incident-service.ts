import { acknowledgeIncident, findIncident, findIncidents } from "../db/incidents.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import type { IncidentService } from "./incident-view.ts";

/** News that may take screens over, as the routes see it. */
export function incidentService(db: Database): IncidentService {
  return {
    findIncidents: (limit) => findIncidents(db, new Date(), limit),
    async acknowledge(id, word) {
      const outcome = await acknowledgeIncident(db, id, word);
      if (outcome === "taken") throw new AppError("conflict", "somebody has taken the incident in hand already");
      const incident = outcome === "missing" ? null : await findIncident(db, id, new Date());
      if (!incident) throw new AppError("not-found", "there is no such incident");
      return incident;
    },
  };
}
