import { create } from "zustand";
import { ApiProblem, createDraft, fetchDraft, type NewDraft, sendBytes } from "../../../api.ts";
import { changeView } from "../../../state/view-store.ts";
import { tellDraft } from "../intake-queries.ts";
import { sendFile } from "./send-file.ts";

/** Silence, another place in the file than the server's, and a server that is just starting. */
const PASSING: ReadonlySet<number> = new Set([0, 409, 503]);

/** A file on its way to the server. It outlives the form: looking at something else stops nothing. */
export interface Upload {
  readonly bytes: number;
  readonly sent: number;
  /** Why it broke off; `null` while it goes on. */
  readonly error: unknown;
  cancel(): void;
}

/** By draft. */
export const useUploads = create<{ readonly running: ReadonlyMap<string, Upload> }>(() => ({ running: new Map() }));

function put(id: string, upload: Upload | null): void {
  const running = new Map(useUploads.getState().running);
  if (upload) running.set(id, upload);
  else running.delete(id);
  useUploads.setState({ running });
}

/** Announces a file, leads the page to its draft, and sends it. */
export async function startUpload(file: File, draft: Omit<NewDraft, "fileName" | "bytes">): Promise<void> {
  const made = await createDraft({ ...draft, fileName: file.name, bytes: file.size });
  tellDraft(made);
  void continueUpload(made.id, file, 0);
  changeView({ draft: made.id });
}

/** Never rejects: what went wrong stands in the upload. */
export async function continueUpload(id: string, file: File, from: number): Promise<void> {
  const stop = new AbortController();
  const upload: Upload = { bytes: file.size, sent: from, error: null, cancel: () => stop.abort() };
  put(id, upload);
  const ask = async () => {
    const { draft } = await fetchDraft(id);
    if (!draft) throw new Error("the draft is no longer here");
    return draft;
  };
  try {
    const draft = await sendFile(file, from, {
      signal: stop.signal,
      send: (offset, piece) => sendBytes(id, offset, piece, stop.signal),
      ask,
      mayPass: (error) => error instanceof ApiProblem && PASSING.has(error.status),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onSent: (sent) => put(id, { ...upload, sent }),
    });
    tellDraft(draft);
    put(id, null);
  } catch (error) {
    put(id, stop.signal.aborted ? null : { ...(useUploads.getState().running.get(id) ?? upload), error });
    await ask().then(tellDraft, () => undefined);
  }
}
