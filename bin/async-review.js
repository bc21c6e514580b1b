#!/usr/bin/env node
// Plain JavaScript, so that a Node that is too old reads this far and no further: better-sqlite3 crashes on
// Node 20 instead of refusing, and an old Node cannot even read the sources.
import { existsSync } from "node:fs";
import module from "node:module";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `async-review needs Node 22.18 or newer, and this is ${process.versions.node}: install the newest LTS of Node, or in a checkout use the npm scripts, which bring their own.`,
  );
  process.exit(2);
}

// Compiled code (and sources without their types) is kept between starts, in NODE_COMPILE_CACHE or the
// system's folder for temporary files: a start takes half as long. Where that folder cannot be written,
// nothing is lost but this. The variable tells threads of it, which else load Node's whole TypeScript parser
// (25 MB) for themselves.
const { directory } = module.enableCompileCache();
if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= directory;

// A checkout runs its sources (Node strips the types), so that a forgotten build is never run by mistake.
const source = new URL("../src/cli/main.ts", import.meta.url);
await import(existsSync(source) ? source.href : new URL("../dist/cli/main.js", import.meta.url).href);
// Node writes it at the end of the process, and a server may be killed.
module.flushCompileCache?.();
