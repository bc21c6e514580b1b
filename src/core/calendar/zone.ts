import { Temporal } from "temporal-polyfill";

/** A stretch of time in which a zone's offset does not change. Seconds since 1970 in UTC, half-open. */
export interface Stretch {
  start: number;
  end: number;
  /** Local time is UTC plus this, in seconds. */
  offset: number;
}

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

/** The stretch that holds an instant, in that zone; each is asked of Temporal once. Throws a RangeError for a name that is no time zone. */
export function createZone(timeZone: string): (second: number) => Stretch {
  const known = [findStretch(timeZone, 0)];
  return (second) => {
    const found = known.find(({ start, end }) => start <= second && second < end);
    if (found === undefined) known.push(findStretch(timeZone, second));
    return found ?? known.at(-1)!;
  };
}
