import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/cli/print.ts";

function createStream(isTTY: boolean) {
  const stream = {
    isTTY,
    written: "",
    write(text: string) {
      stream.written += text;
      return true;
    },
  };
  return stream;
}

describe("the progress bar", () => {
  it("is redrawn in place on a terminal, and erased at the end", () => {
    const stream = createStream(true);
    const progress = createProgress(stream);
    progress.show(1, 2);
    expect(stream.written).toBe(`\r${"█".repeat(15)}${"░".repeat(15)} 1/2`);
    stream.written = "";
    progress.clear();
    progress.clear();
    expect(stream.written).toBe(`\r${" ".repeat(50)}\r`);
  });

  it("isn't drawn into a file, or when there is nothing to do", () => {
    const [file, terminal] = [createStream(false), createStream(true)];
    createProgress(file).show(1, 2);
    createProgress(file).clear();
    createProgress(terminal).show(0, 0);
    createProgress(terminal).clear();
    expect([file.written, terminal.written]).toEqual(["", ""]);
  });
});
