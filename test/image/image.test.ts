import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Deployment } from "./deployment.ts";
import { docker, dockerFailure, engineAnswers } from "./engine.ts";

if (!engineAnswers)
  console.log("Skipped: no container engine answers `docker info`; start one, or set DOCKER_HOST.");

/**
 * Packages directly in `node_modules` that the server needs: neither for development nor optional, by the
 * lock file.
 */
function findProductionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([, { dev, optional, devOptional }]) => !dev && !optional && !devOptional)
    .flatMap(([folder]) => folder.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)$/)?.[1] ?? [])
    .sort();
}

const listPackages = `const { readdirSync } = require("node:fs");
const list = (folder, scope) => readdirSync(folder).flatMap((name) =>
  name.startsWith(".") ? [] : name.startsWith("@") ? list(folder + "/" + name, name + "/") : [scope + name]);
console.log(JSON.stringify(list("node_modules", "").sort()));`;

describe.skipIf(!engineAnswers)("the image", () => {
  beforeAll(() => {
    docker("build", "--tag", "async-review", ".");
  });

  it("runs as an unprivileged user, keeps its data in a volume, and has a health check", () => {
    const { User, Volumes, Healthcheck } = JSON.parse(
      docker("image", "inspect", "--format", "{{json .Config}}", "async-review"),
    );
    expect({ User, Volumes, checked: Healthcheck.Test[0] }).toEqual({
      User: "node",
      Volumes: { "/data": {} },
      checked: "CMD",
    });
  });

  it("has only the packages that the server needs", () => {
    const listed = docker("run", "--rm", "--entrypoint", "node", "async-review", "-e", listPackages);
    expect(JSON.parse(listed)).toEqual(findProductionPackages());
  });

  it("stops without credentials, with one line for each", () => {
    const { status, stderr } = dockerFailure("run", "--rm", "async-review");
    const named = stderr
      .trim()
      .split("\n")
      .map((line) => line.split(" ")[0]);
    expect({ status, named }).toEqual({ status: 2, named: ["APP_ID", "WEBHOOK_SECRET", "PRIVATE_KEY"] });
  });
});

describe.skipIf(!engineAnswers).each([
  {
    profile: "embedded",
    service: "app",
    files: [
      "async-review.sqlite",
      "async-review.sqlite-shm",
      "async-review.sqlite-wal",
      "lock.sqlite",
      "lock.sqlite-journal",
    ],
  },
  { profile: "postgres", service: "app-with-postgres", files: [] },
])("compose.yml, profile $profile", ({ profile, service, files }) => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await Deployment.prepare(profile, service);
    await deployment.start();
  });
  afterAll(() => deployment.remove());

  it("judges a pull request", () => {
    expect(deployment.runBeside("judge-pull-request.ts")).toEqual({
      checkRuns: [
        {
          name: "async / description",
          conclusion: "neutral",
          title: "0 of 5 sections: context, approach, risk, testing and review focus are missing",
        },
      ],
      failures: [],
      defects: [],
    });
  });

  it("writes only its data", () => {
    expect(deployment.run("ls", "/data").split("\n").filter(Boolean)).toEqual(files);
    expect(deployment.run("id", "-un")).toBe("node");
  });

  it("passes its own health check", () => deployment.healthy());

  it("stops when told to, and keeps its state over a restart", async () => {
    const pending = 'async_review_queue_subjects{state="pending"}';
    // The pull request's comment is due two minutes after its opening.
    const before = await deployment.figure(pending);
    expect(before).toBeGreaterThan(0);
    expect(deployment.stop()).toEqual({ exitCode: 0 });
    await deployment.start();
    expect(await deployment.figure(pending)).toBe(before);
  });
});
