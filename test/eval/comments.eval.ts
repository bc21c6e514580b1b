export { run } from "./comments.ts";
