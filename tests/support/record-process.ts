import { writeFeatures } from "../../server/db/feature-writes.ts";
import { openRecord } from "../../server/db/record.ts";
import { StartError } from "../../server/errors.ts";

/**
 * An application to be killed: `record-process.ts DATA_DIR [PREFIX]` opens the record, says `open`, and with a prefix goes
 * on to write one feature after another, saying each code once it is committed. SIGTERM and SIGINT
 * close in order, after the write that is under way.
 */
const [dataDir = "", prefix] = process.argv.slice(2);

// Straight to the pipe: what was said before a kill has been said.
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const record = await openRecord({ dataDir, databaseUrl: undefined });
  let closing = false;
  const alive = setInterval(() => undefined, 1000);
  const close = () => {
    closing = true;
    clearInterval(alive);
  };
  process.once("SIGTERM", close).once("SIGINT", close);
  say("open");
  for (let i = 0; prefix && !closing; i++) {
    const code = `${prefix}-${i}`;
    const draft = {
      code,
      name: code,
      geometry: { type: "Point" as const, coordinates: [122, 43] },
      attributes: { i },
      positionErrorM: null,
      districtCode: null,
      source: "test",
      observedOn: null,
    };
    await writeFeatures(record.db, "written", [draft], { changedBy: "tester" });
    say(code);
  }
  while (!closing) await new Promise((resolve) => process.once("SIGTERM", resolve).once("SIGINT", resolve));
  await record.close();
  say("closed");
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
