import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import {
  type BlackSpotFile,
  type BlackSpotList,
  type BlackSpotsAsked,
  fetchBlackSpot,
  fetchBlackSpots,
} from "../../../api-black-spots.ts";
import { queries } from "../../../state/queries.ts";

const KEY = ["black-spots"] as const;

/** The list before stays while the next one is read. */
export const useRegister = (asked: BlackSpotsAsked): UseQueryResult<BlackSpotList> =>
  useQuery(
    {
      queryKey: [...KEY, "list", asked],
      queryFn: () => fetchBlackSpots(asked),
      staleTime: 0,
      placeholderData: (before) => before,
    },
    queries,
  );

export const useSpotFile = (id: string): UseQueryResult<BlackSpotFile> =>
  useQuery({ queryKey: [...KEY, "one", id], queryFn: () => fetchBlackSpot(id), staleTime: 0 }, queries);

export const rereadRegister = (): Promise<void> => queries.invalidateQueries({ queryKey: KEY });
