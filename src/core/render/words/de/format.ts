import { createFormat } from "../format.ts";

export const { list, listSome, plural, number, date, moment } = createFormat(
  "de",
  (count) => `${count} weitere`,
);
