import { createFormat } from "../format.ts";

export const { list, plural, number, date, moment } = createFormat("en-GB");
