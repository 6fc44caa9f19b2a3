// A worker that sends one source's bodies as fast as the server answers, until it is told to stop, and says what became of them.
import { parentPort, workerData } from "node:worker_threads";

if (!parentPort) throw new Error("this runs as a worker");

const { url, authorization, body, messages, atOnce } = workerData;
const headers = { "content-type": "application/json", authorization };
const counted = { bodies: 0, taken: 0, refused: 0, failed: 0 };
let stopped = false;
parentPort.on("message", () => {
  stopped = true;
});

async function flood() {
  while (!stopped) {
    const answer = await fetch(url, { method: "POST", body, headers });
    await answer.arrayBuffer();
    counted.bodies++;
    counted[answer.status === 200 ? "taken" : answer.status === 429 ? "refused" : "failed"]++;
  }
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: atOnce }, flood));
const seconds = (performance.now() - startedAt) / 1_000;
parentPort.postMessage({ ...counted, messagesPerSecond: (counted.bodies * messages) / seconds });
