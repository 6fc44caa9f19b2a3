import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api.ts";

/** What is asked of the server piece by piece. A refusal is an answer: only silence is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.status === 0,
      retryDelay: 1_000,
      refetchOnWindowFocus: false,
      // The key holds the layer's revision: nothing else can change the answer.
      staleTime: Number.POSITIVE_INFINITY,
    },
  },
});
