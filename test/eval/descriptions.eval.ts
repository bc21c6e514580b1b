export { run } from "./descriptions.ts";
