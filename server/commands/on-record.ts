import { resolve } from "node:path";
import { type OpenRecord, openRecord } from "../db/record.ts";
import { enterZone } from "../env.ts";
import { StartError } from "../errors.ts";

/**
 * Runs a command that takes one folder and works on the record; beside a running server, on that server's.
 *
 * @param work - returns the line that tells what was done.
 * @returns the exit code: 0 done, 1 nothing done, with one line that says why.
 */
export async function runOnRecord(
  name: string,
  args: readonly string[],
  work: (record: OpenRecord, folder: string) => Promise<string>,
): Promise<number> {
  const [folder] = args;
  if (args.length !== 1 || !folder || folder.startsWith("-")) {
    console.error(`usage: npm run ${name} -- DIR`);
    return 1;
  }
  try {
    const record = await openRecord(enterZone(), { join: true });
    try {
      console.log(await work(record, resolve(folder)));
      return 0;
    } finally {
      await record.close();
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    return 1;
  }
}
