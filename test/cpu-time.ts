/**
 * Milliseconds of processor time that this thread has used. Unlike time on the clock, a difference of two
 * does not grow because the machine is busy.
 */
export function readCpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
