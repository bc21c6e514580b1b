/** What one benchmark found out, and what was aimed at. */
export interface Result {
  /** What was measured. */
  name: string;
  figures: Record<string, number | string>;
  /** By the figure's name: at most, or at least, so much. A figure without an aim is only told. */
  aims?: Record<string, Aim>;
}

export type Aim = { most: number } | { least: number };

/** Does the figure reach its aim? Null when it has none, or is no number. */
export function isReached(figure: number | string, aim: Aim | undefined): boolean | null {
  if (aim === undefined || typeof figure !== "number") return null;
  return "most" in aim ? figure <= aim.most : figure >= aim.least;
}
