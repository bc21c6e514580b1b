/** Counts of pairs: a careful reader's label and the app's. */
export class Confusion {
  private readonly counts = new Map<string, number>();
  private readonly labels: readonly string[];

  constructor(labels: readonly string[]) {
    this.labels = labels;
  }

  add(expected: string, actual: string): void {
    const key = `${expected} ${actual}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  private count(expected: string, actual: string): number {
    return this.counts.get(`${expected} ${actual}`) ?? 0;
  }

  /** Precision and recall of one label, 0 to 1. 1 when there is nothing to count. */
  score(label: string): { precision: number; recall: number } {
    const right = this.count(label, label);
    const called = this.labels.reduce((sum, expected) => sum + this.count(expected, label), 0);
    const is = this.labels.reduce((sum, actual) => sum + this.count(label, actual), 0);
    return { precision: called === 0 ? 1 : right / called, recall: is === 0 ? 1 : right / is };
  }

  /** The lowest precision or recall of any label. */
  lowest(): number {
    return Math.min(...this.labels.flatMap((label) => Object.values(this.score(label))));
  }

  /** Rows are a careful reader's labels, columns the app's. */
  print(): string {
    const width = Math.max(...this.labels.map((label) => label.length), 9) + 2;
    const cell = (text: string | number) => String(text).padStart(width);
    const head = ["", ...this.labels, "precision", "recall"].map(cell).join("");
    const rows = this.labels.map((expected) => {
      const { precision, recall } = this.score(expected);
      const counts = this.labels.map((actual) => cell(this.count(expected, actual)));
      return [cell(expected), ...counts, cell(precision.toFixed(3)), cell(recall.toFixed(3))].join("");
    });
    return [head, ...rows].join("\n");
  }
}
