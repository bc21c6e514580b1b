import { createFormat } from "../format.ts";

export const { list, listSome, plural, date, moment } = createFormat("en-GB", (count) => `${count} more`);
