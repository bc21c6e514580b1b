import { defineConfig } from "vitest/config";

// What commands print is compared.
delete process.env.FORCE_COLOR;

export default defineConfig({
  // What production runs: some packages have a slower build with assertions for development.
  ssr: { resolve: { conditions: ["module", "node"] } },
  test: {
    root: ".",
    include: ["test/**/*.test.ts"],
    // Needs a container engine and minutes: `npm run test:image`.
    exclude: ["test/image/**"],
    // Worker threads of the code under test are killed in some tests; a forked process keeps that contained.
    pool: "forks",
    // By default one core is left idle, although many tests wait.
    maxWorkers: "100%",
    setupFiles: ["test/properties.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
