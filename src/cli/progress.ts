/** A bar on standard error, and only on a terminal: pipes and logs stay clean. */
export function createProgress(): { show(done: number, all: number): void; clear(): void } {
  const { stderr } = process;
  const width = 30;
  return {
    show(done, all) {
      if (!stderr.isTTY || all === 0) return;
      const filled = Math.round((done / all) * width);
      stderr.write(`\r${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${all}`);
    },
    clear() {
      if (stderr.isTTY) stderr.write(`\r${" ".repeat(width + 20)}\r`);
    },
  };
}
