/** A subject that is being looked at. */
export interface RunningSubject {
  /** The earliest instant that a look asked for meanwhile, in milliseconds since 1970. */
  askedAt: number | null;
}
