/** German words for days and durations, with umlauts spelled out, by their English equivalent. */
const dictionary = new Map(
  Object.entries({
    monday: "montag montags mo",
    tuesday: "dienstag dienstags di",
    wednesday: "mittwoch mittwochs mi",
    thursday: "donnerstag donnerstags do",
    friday: "freitag freitags fr",
    saturday: "samstag samstags sonnabend sa",
    sunday: "sonntag sonntags so",
    january: "januar jaenner",
    february: "februar",
    march: "maerz mrz",
    may: "mai",
    june: "juni",
    july: "juli",
    october: "oktober okt",
    december: "dezember dez",
    today: "heute",
    tomorrow: "morgen",
    yesterday: "gestern",
    "day after tomorrow": "uebermorgen",
    weekend: "wochenende",
    eod: "feierabend tagesende",
    "end of": "ende",
    minutes: "minute minuten",
    hours: "stunde stunden std",
    days: "tag tage tagen",
    weeks: "wochen",
    week: "woche",
    month: "monat monats",
    "business hours": "arbeitsstunde arbeitsstunden",
    "business days": "arbeitstag arbeitstage arbeitstagen werktag werktage werktagen",
    a: "ein eine einen einem einer",
    two: "zwei",
    three: "drei",
    four: "vier",
    five: "fuenf",
    six: "sechs",
    seven: "sieben",
    eight: "acht",
    nine: "neun",
    ten: "zehn",
    next: "naechste naechsten naechster naechstes",
    coming: "kommende kommenden kommender",
    this: "diese diesen dieser dieses",
    the: "der die das den dem des zum zur",
    until: "bis",
    on: "am",
    for: "fuer",
    within: "innerhalb binnen",
    because: "weil wegen denn",
    please: "bitte",
    thanks: "danke",
    noon: "mittag mittags",
    morning: "frueh vormittag vormittags",
    afternoon: "nachmittag nachmittags",
    evening: "abend abends",
    at: "um gegen",
  }).flatMap(([english, words]) => words.split(" ").map((german): [string, string] => [german, english])),
);

const umlauts: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * Translates the German words of a date or duration in lower case: "bis nächsten freitag" becomes "until next
 * friday". Both languages are understood, whatever language the app writes.
 */
export function toEnglish(text: string): string {
  return (
    text
      // "5 pm on …" is English.
      .replace(/\b(\d{1,2}) am\b/g, "$1am")
      .replace(/(tag|woch|heute) morgen\b/g, "$1 vormittag")
      .replace(/(?<![\wäöü])[a-zäöüß]+/g, (word) => {
        const plain = word.replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter);
        return dictionary.get(plain) ?? word;
      })
  );
}
