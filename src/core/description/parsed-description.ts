/** Stub until the engine lands. */
export interface ParsedDescription {
  gaveUp?: false;
}
export interface GaveUp {
  gaveUp: true;
  reason: string;
}
