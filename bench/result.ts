/** One benchmark's figures and their aims. */
export interface Result {
  /** The measured quantity. */
  name: string;
  figures: Record<string, number | string>;
  /** Aims by the figure's name: at most, or at least. A figure without an aim is only reported. */
  aims?: Record<string, Aim>;
}

export type Aim = { most: number } | { least: number };

/** Whether the figure reaches its aim. Null when it has none, or is not a number. */
export function isReached(figure: number | string, aim: Aim | undefined): boolean | null {
  if (aim === undefined || typeof figure !== "number") return null;
  return "most" in aim ? figure <= aim.most : figure >= aim.least;
}
