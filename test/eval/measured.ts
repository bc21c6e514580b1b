/** The result of an evaluation. */
export interface Measured {
  /** Such as "accuracy" or "lowest precision or recall". */
  measure: string;
  /** 0 to 1. */
  value: number;
  /** The evaluation fails below this value. */
  wanted: number;
}
