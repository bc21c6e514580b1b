import { createFormat } from "../format.ts";

export const { list, listSome, plural, number, date, moment } = createFormat(
  "en-GB",
  (count) => `${count} more`,
);
