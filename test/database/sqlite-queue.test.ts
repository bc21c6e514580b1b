import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { openDatabase } from "../../src/database/open-database.ts";
import { describeQueue } from "./contract/describe-queue.ts";

const logger = pino({ level: "silent" });

describeQueue("the embedded database", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "async-review-"));
  return {
    where: { dataDir },
    open: (clock) => openDatabase({ dataDir }, { clock, logger }),
    drop: async () => rmSync(dataDir, { recursive: true }),
  };
});
