/** What can go wrong that the caller can act on. The list is closed: clients switch on `code`. */
export const ERRORS = {
  "bad-parameter": { status: 400, title: "A parameter does not exist or does not parse" },
  "bad-body": { status: 400, title: "The body does not parse" },
  unauthorized: { status: 401, title: "A login is needed" },
  forbidden: { status: 403, title: "The permission is missing" },
  "not-found": { status: 404, title: "There is no such thing" },
  "method-not-allowed": { status: 405, title: "The path does not answer this method" },
  conflict: { status: 409, title: "The state has changed in the meantime" },
  gone: { status: 410, title: "This revision is no longer kept" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The media type is not supported" },
  unprocessable: { status: 422, title: "The input is well formed but cannot be worked with" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something unexpected happened" },
  unavailable: { status: 503, title: "The service is not ready" },
  timeout: { status: 504, title: "The answer took too long" },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export interface FieldError {
  /** The parameter's name, or a JSON path into the body such as `geometry.coordinates[0]`. */
  readonly field: string;
  readonly message: string;
  /** The values that would have been accepted, in words: `west,south,east,north` or `1 to 10000`. */
  readonly allowed?: string;
}

/** RFC 9457, with a code for programs and the request's id for the log. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}

/** An error that is the caller's to act on. Its detail and fields are shown to them; anything else that throws is not. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  /** When asking again makes sense. */
  readonly retryAfterS: number | undefined;

  constructor(
    code: ErrorCode,
    detail: string,
    errors: readonly FieldError[] = [],
    options: ErrorOptions & { readonly retryAfterS?: number } = {},
  ) {
    super(detail, options);
    this.name = "AppError";
    this.code = code;
    this.errors = errors;
    this.retryAfterS = options.retryAfterS;
  }

  get status(): (typeof ERRORS)[ErrorCode]["status"] {
    return ERRORS[this.code].status;
  }
}

/** A start that cannot go on. The message is one line that tells the operator what to do; no stack belongs beside it. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_SQLSTATE: Readonly<Record<string, ErrorCode>> = {
  "57014": "timeout",
  "55P03": "timeout",
  "40001": "conflict",
  "40P01": "conflict",
  "23505": "conflict",
  "22021": "unprocessable",
  "22P05": "unprocessable",
  "53300": "unavailable",
  "57P01": "unavailable",
  "57P02": "unavailable",
  "57P03": "unavailable",
  ECONNREFUSED: "unavailable",
  ECONNRESET: "unavailable",
};

const DETAILS: Partial<Record<ErrorCode, string>> = {
  timeout: "the database did not answer in time; ask for less, or try again",
  conflict: "another change came first; read again and repeat",
  unprocessable: "a text holds a character that cannot be kept, such as U+0000",
  unavailable: "the database cannot be reached just now; try again",
};

/** What node-postgres says without a code once a connection has died, also of the rollback that can no longer be sent. */
const CONNECTION_LOST = /^(Connection terminated|Client has encountered a connection error)/;

/** drizzle wraps what node-postgres throws; the SQLSTATE is on the innermost error. */
function codeOfDatabaseError(error: unknown): ErrorCode | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string" && at.code in BY_SQLSTATE) return BY_SQLSTATE[at.code];
    if (CONNECTION_LOST.test(at.message)) return "unavailable";
  }
  return undefined;
}

/** The error as the caller may see it. Unexpected errors become `internal` and keep their message to themselves. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = codeOfDatabaseError(error);
  if (code) return new AppError(code, DETAILS[code] ?? ERRORS[code].title, [], { cause: error });
  return new AppError("internal", "the request id leads to the entry in the server's log", [], { cause: error });
}

export function toProblem(error: unknown, requestId: string): Problem {
  const known = toAppError(error);
  const { status, title } = ERRORS[known.code];
  return {
    type: `urn:zone-risk-map:problem:${known.code}`,
    title,
    status,
    detail: known.message,
    code: known.code,
    requestId,
    ...(known.errors.length > 0 && { errors: known.errors }),
  };
}
