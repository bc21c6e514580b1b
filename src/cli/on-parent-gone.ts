/**
 * Calls back once when npm, which started this process, is gone. npm passes a signal on to its shell, and a
 * shell ends without telling its child, so that a server would stay behind. Told by the parent's number: an
 * orphan gets another.
 */
export function onParentGone(gone: () => void, { everyMs = 250 } = {}): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, everyMs);
  timer.unref();
}
