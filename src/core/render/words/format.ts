import { Temporal } from "temporal-polyfill";
import type { Hint } from "../../finding.ts";
import type { Instant } from "../../pull-request.ts";

const twoDigits = (value: number) => String(value).padStart(2, "0");

const renderTime = ({ hour, minute }: Temporal.ZonedDateTime) => `${twoDigits(hour)}:${twoDigits(minute)}`;

/** `UTC`, `UTC+1`, `UTC-3:30`. */
function renderOffset({ offset, offsetNanoseconds }: Temporal.ZonedDateTime): string {
  const short = offset.replace(/^([+-])0?(\d+):00$/, "$1$2").replace(/^([+-])0(\d)/, "$1$2");
  return offsetNanoseconds === 0 ? "UTC" : `UTC${short}`;
}

/** How many things a title or headline names; the rest are counted. */
const maxNames = 5;

/** Does a section have boxes to tick, but no question? */
export const isOnlyBoxes = ({ question, boxes }: Hint) => question === "" && boxes.length > 0;

/** `unit, by hand`: the texts of a form's boxes, the first few of many. */
export const joinBoxes = (boxes: readonly string[]) =>
  boxes.length <= maxNames ? boxes.join(", ") : `${boxes.slice(0, maxNames).join(", ")} …`;

/** Makes a value when it is first asked for: loading a language takes milliseconds, and most stay unused. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * What `Intl` knows of a language, by its tag: lists, plural forms, numbers, dates.
 * @param more `4 more`, at the end of a list
 */
export function createFormat(locale: string, more: (count: number) => string) {
  const lists = once(() => new Intl.ListFormat(locale));
  const plurals = once(() => new Intl.PluralRules(locale));
  const days = once(
    () =>
      new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
  );
  const numbers = once(() => new Intl.NumberFormat(locale, { useGrouping: "min2" }));
  const day = (date: Temporal.PlainDate) => days().format(date.toZonedDateTime("UTC").epochMilliseconds);
  const list = (items: readonly string[]) => lists().format(items);
  return {
    /** `12,345`, but `1234`. */
    number: (value: number) => numbers().format(value),
    /** `risk, testing and review focus`. */
    list,
    /** `risk, testing, … and 4 more`. */
    listSome: (items: readonly string[]) =>
      items.length <= maxNames
        ? list(items)
        : list([...items.slice(0, maxNames), more(items.length - maxNames)]),
    plural: <Form>(count: number, forms: { one: Form; other: Form }): Form =>
      plurals().select(count) === "one" ? forms.one : forms.other,
    /** `Thursday 3 December`, from `2026-12-03`. */
    date: (date: string) => day(Temporal.PlainDate.from(date)),
    /**
     * `Tuesday 24 November, 15:00 (UTC+1)`: an instant on the clock of that zone. The zone's name is not
     * printed, because it may come from `turns.people`, which never is.
     */
    moment: (instant: Instant, timeZone: string) => {
      const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
      return `${day(moment.toPlainDate())}, ${renderTime(moment)} (${renderOffset(moment)})`;
    },
  };
}

/**
 * `2026-11-22 10:26 UTC+1`, on the clock of that zone: absolute, so that the same state renders the same text
 * at any time; the same in every language.
 */
export function renderInstant(instant: Instant, timeZone: string): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${moment.toPlainDate()} ${renderTime(moment)} ${renderOffset(moment)}`;
}
