import { defineConfig } from "vitest/config";

// The image and the Compose file, with a real container engine: `npm run test:image`. Building takes minutes.
export default defineConfig({
  test: { root: ".", include: ["test/image/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000 },
});
