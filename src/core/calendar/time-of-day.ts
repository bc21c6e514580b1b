const named: Record<string, string> = {
  noon: "12:00",
  midday: "12:00",
  lunch: "12:00",
  lunchtime: "12:00",
  afternoon: "12:00",
  evening: "18:00",
  night: "18:00",
};
const clock = "(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.?|p\\.m\\.?|uhr|o['’]?clock)|(\\d{1,2}):(\\d{2})";
const lead = "(?:(?:at|around|by|before) )?(?:the )?";
const beforeDay = new RegExp(`^${lead}(?:${clock})(?:,| on)? (?=.)`);
const afterDay = new RegExp(`(?<=.),? ${lead}(?:${clock}|(morning|${Object.keys(named).join("|")}))$`);
const alone = new RegExp(`^${lead}(?:${clock}|(noon|midday|afternoon|evening))$`);

/** `17:00`; null when there is no such time. */
function toClock(hours: number, minutes: number, suffix = ""): string | null {
  const isTwelveHour = /^[ap]/.test(suffix);
  if (minutes > 59 || hours > (isTwelveHour ? 12 : 23) || (isTwelveHour && hours === 0)) return null;
  const hour = isTwelveHour ? (hours % 12) + (suffix.startsWith("p") ? 12 : 0) : hours;
  return `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/**
 * Splits a day as people write it from its time: "friday 5pm", "friday at 17:00", "tomorrow noon". A time
 * alone is today's.
 * @returns the time as `17:00`; null when there is none, or it is the start of work ("friday morning")
 */
export function splitTime(text: string): { day: string; time: string | null } {
  const whole = { day: text, time: null };
  for (const pattern of [alone, beforeDay, afterDay]) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [all, hours, minutes = "0", suffix, hours24, minutes24, name] = match;
    const rest = text.replace(all, "");
    const day = pattern === alone ? "today" : rest;
    if (name !== undefined) return { day, time: named[name] ?? null };
    const time = toClock(Number(hours ?? hours24), Number(minutes24 ?? minutes), suffix);
    return time === null ? whole : { day, time };
  }
  return whole;
}
