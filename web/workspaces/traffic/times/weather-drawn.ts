import type { WeatherSegmentFinding } from "#data/analyses/crash-times-results.ts";

/** A segment and its place in the list, from 1. */
export interface RankedSegment {
  readonly rank: number;
  readonly segment: WeatherSegmentFinding;
}

/** What is drawn: where a stretch is one of any adverse weather and of a kind of it as well, the kind says more. */
export function drawnSegments(segments: readonly WeatherSegmentFinding[]): RankedSegment[] {
  return segments
    .map((segment, index) => ({ rank: index + 1, segment }))
    .filter(
      ({ segment }) =>
        segment.kind !== "adverse" || !segments.some((other) => other.kind !== "adverse" && isUpon(segment, other)),
    );
}

function isUpon({ place: a }: WeatherSegmentFinding, { place: b }: WeatherSegmentFinding): boolean {
  if (a.fromM === null || a.toM === null || b.fromM === null || b.toM === null) return false;
  return a.route?.id === b.route?.id && a.fromM < b.toM && b.fromM < a.toM;
}

/** The segment that a link means: of those at the place the one of the kind that was open. */
export const openSegment = (
  segments: readonly WeatherSegmentFinding[],
  at: WeatherSegmentFinding | null,
  kind: WeatherSegmentFinding["kind"] | null,
): WeatherSegmentFinding | null =>
  segments.find((each) => at && each.kind === kind && (each.place.label === at.place.label || isUpon(each, at))) ?? at;
