import type { Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/**
 * Turns every line end in a paragraph into a break, as GitHub does in descriptions and comments, but not in
 * files:
 * https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#line-breaks
 */
export function breakLines() {
  return (tree: Root): void => {
    visit(tree, "text", (node: Text, index, parent) => {
      if (parent === undefined || index === undefined || !node.value.includes("\n")) return undefined;
      const lines = node.value.split("\n").map((value): Text => ({ type: "text", value }));
      const broken = lines.flatMap((line, at) => (at === 0 ? [line] : [{ type: "break" as const }, line]));
      parent.children.splice(index, 1, ...broken);
      return [SKIP, index + broken.length];
    });
  };
}
