import { styleText } from "node:util";

const styles = ["bold", "dim", "italic", "inverse", "cyan", "green", "yellow", "red"] as const;

export type Colors = Record<(typeof styles)[number], (text: string) => string> & { isOn: boolean };

/** Uses colours on a terminal only, and follows NO_COLOR and FORCE_COLOR. */
export function createColors(stream: NodeJS.WriteStream): Colors {
  const entries = styles.map((style) => [style, (text: string) => styleText(style, text, { stream })]);
  return { ...Object.fromEntries(entries), isOn: styleText("bold", "x", { stream }) !== "x" };
}
