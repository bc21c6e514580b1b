/** A progress bar on standard error, only on a terminal: pipes and logs stay clean. */
export function createProgress(stream: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stderr): {
  show(done: number, all: number): void;
  clear(): void;
} {
  const width = 30;
  let isShown = false;
  return {
    show(done, all) {
      if (!stream.isTTY || all === 0) return;
      const filled = Math.round((done / all) * width);
      isShown = true;
      stream.write(`\r${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${all}`);
    },
    clear() {
      if (!isShown) return;
      isShown = false;
      stream.write(`\r${" ".repeat(width + 20)}\r`);
    },
  };
}
