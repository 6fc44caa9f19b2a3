/** Stands behind the name of a source that simulates, wherever that name goes: into the ledgers, onto screens and paper. */
export const SIMULATED_MARK = "（模拟 simulated）";

/** The name under which a source's news go on. */
export const sourceNameOf = ({ title, simulated }: { readonly title: string; readonly simulated: boolean }): string =>
  simulated ? `${title}${SIMULATED_MARK}` : title;

/** Whether something in a ledger came from a simulation, by the name of its source. */
export const isSimulated = (sourceName: string): boolean => sourceName.endsWith(SIMULATED_MARK);
