/** The three ways in which a config matches text; none of them ever backtracks (DESIGN: patterns). */
export { type BrokenPattern, compilePattern, type Pattern } from "./compile-pattern.ts";
export { matchesLogin } from "./matches-login.ts";
export { compileGlob, matchesPath } from "./matches-path.ts";
