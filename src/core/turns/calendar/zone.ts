import { Temporal } from "temporal-polyfill";

/** A stretch of time in which a zone's offset does not change. Seconds since 1970 in UTC, half-open. */
interface Stretch {
  start: number;
  end: number;
  /** Local time is UTC plus this, in seconds. */
  offset: number;
}

export interface Zone {
  /** The stretch that holds the instant. */
  stretchAt(second: number): Stretch;
}

// Bounded by the zones that exist.
const zones = new Map<string, Zone>();

const toSeconds = (moment: Temporal.ZonedDateTime) => Math.floor(moment.epochMilliseconds / 1000);

function findStretch(timeZone: string, second: number): Stretch {
  const moment = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(timeZone);
  const next = moment.getTimeZoneTransition("next");
  // "previous" is strictly before, so one second on finds a change at this very instant.
  const previous = moment.add({ seconds: 1 }).getTimeZoneTransition("previous");
  return {
    start: previous === null ? Number.NEGATIVE_INFINITY : toSeconds(previous),
    end: next === null ? Number.POSITIVE_INFINITY : toSeconds(next),
    offset: moment.offsetNanoseconds / 1e9,
  };
}

function indexAt(stretches: Stretch[], second: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end <= second) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The zone's changes of offset, each asked of Temporal once. Throws a RangeError for a name that is no time zone. */
export function findZone(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const stretches: Stretch[] = [];
  const zone: Zone = {
    stretchAt(second) {
      const index = indexAt(stretches, second);
      const candidate = stretches[index];
      if (candidate !== undefined && candidate.start <= second) return candidate;
      const found = findStretch(timeZone, second);
      stretches.splice(index, 0, found);
      return found;
    },
  };
  zones.set(timeZone, zone);
  return zone;
}
