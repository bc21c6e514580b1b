/** The result of an evaluation. */
export interface Measured {
  /** "accuracy", "lowest precision or recall". */
  measure: string;
  /** 0 to 1. */
  value: number;
  /** The evaluation fails below it. */
  wanted: number;
}
