const turns = (rest = "") => `enforcement: block\nturns: {hours: {time_zone: UTC}${rest}}\n`;

/**
 * Configs of a repository; null for no file. Most turn turns on. One absent person comes back two days after
 * `now`, the others stay away.
 */
export function settings(now: string): (string | null)[] {
  const back = new Date(Date.parse(now) + 2 * 86_400_000).toISOString().slice(0, 10);
  const away = (to: string, cover = "") => `{away: [{from: 2026-01-01, to: ${to}${cover}}]}`;
  return [
    turns(),
    `${turns()}bots: ["acme-*"]\n`,
    turns(`, people: {bob: ${away(back, ", cover: carol")}}`),
    turns(
      `, people: {bob: ${away("2040-01-01", ", cover: carol")}, carol: ${away(back, ", cover: dave")}, dave: {remind: false}}`,
    ),
    turns(`, people: {bob: ${away("2040-01-01")}}, remind: {at_most: 1, merge: 1 business day}`),
    turns(", targets: {default: 2 minutes, author: 1 business hour, labels: {blocker: 2 business hours}}"),
    `${turns(", remind: {before: 1 business hour, escalate: [carol], hold: []}")}review: {resolve: opener}\n`,
    `${turns(", unassigned: 1 business hour")}language: de\n`,
    "enforcement: block\n",
    "description: {exempt: {drafts: false}}\n",
    "nonsense: [\n",
    null,
  ];
}
