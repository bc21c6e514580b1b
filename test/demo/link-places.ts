import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { repositoryName } from "./create-shop.ts";

const onGitHub = `https://github.com/${repositoryName}/pull/`;

/** Marks each element with the line of the text on which it starts, so that a link can lead there. */
export function markLines() {
  return (tree: Root): void =>
    visit(tree, "element", (element: Element) => {
      if (element.position !== undefined) element.properties.dataLine = element.position.start.line;
    });
}

/**
 * Makes "line 3" a link to that line of the pull request's description, and keeps links to the pull requests
 * on this page.
 */
export function linkPlaces(number: number) {
  return (tree: Root): void => {
    visit(tree, "element", (element: Element) => {
      const { href } = element.properties;
      if (typeof href !== "string" || !href.startsWith(onGitHub)) return;
      element.properties.href = `#/${href.slice(onGitHub.length).replace(/\/?#/, "/")}`;
    });
    visit(tree, "element", (row: Element) => {
      if (row.tagName === "tr") linkRow(row, number);
    });
    visit(tree, "text", (node, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      if (parent.type === "element" && /^(a|code|pre)$/.test(parent.tagName)) return undefined;
      const parts = node.value.split(/\b(line \d+)\b/).filter((part) => part !== "");
      if (parts.length === 1 && !/^line \d+$/.test(parts[0]!)) return undefined;
      const linked = parts.map((value): ElementContent => {
        const text = { type: "text" as const, value };
        const line = /^line (\d+)$/.exec(value)?.[1];
        if (line === undefined) return text;
        return linkTo(number, line, [text]);
      });
      parent.children.splice(index, 1, ...linked);
      return [SKIP, index + linked.length];
    });
  };
}

const linkTo = (number: number, line: string, children: ElementContent[]): Element => ({
  type: "element",
  tagName: "a",
  properties: { href: `#/${number}/line-${line}` },
  children,
});

/** In a row whose last cell is only a line, the name links to the line, and the cell becomes empty. */
function linkRow(row: Element, number: number): void {
  const cells = row.children.filter((child) => child.type === "element");
  const [name, place] = cells.slice(-2);
  const [text] = place?.children ?? [];
  const line = text?.type === "text" ? /^line (\d+)$/.exec(text.value)?.[1] : undefined;
  if (name === undefined || place === undefined || line === undefined) return;
  name.children = [linkTo(number, line, name.children)];
  place.children = [];
}
