import { describe, expect, it } from "vitest";
import { atInstallation, atRepository, find, nothing, only } from "../payloads.ts";

describe("looks for installations and repositories", () => {
  it.each([
    ["created", "added"],
    ["unsuspend", "added"],
    ["new_permissions_accepted", "resync"],
    ["deleted", "stop"],
    ["suspend", "stop"],
  ])("follow installation %s: %s", (action, reason) => {
    expect(find("installation", { action, repository: undefined })).toEqual(only(atInstallation(reason)));
  });

  it("follow added and removed repositories, which have only a full name", () => {
    const payload = {
      repository: undefined,
      repositories_added: [{ id: 7, name: "shop", full_name: "acme/shop", private: true }, null],
      repositories_removed: [{ id: 8, full_name: "acme/till" }],
    };
    expect(find("installation_repositories", { ...payload, action: "added" })).toEqual(
      only(
        {
          ...atRepository("stop"),
          subject: {
            kind: "repository",
            installationId: 3,
            repository: { id: 8, owner: "acme", name: "till" },
            reason: "stop",
          },
        },
        atRepository("added"),
      ),
    );
  });

  it.each([
    ["renamed", {}, only(atRepository("resync"))],
    ["transferred", {}, only(atRepository("resync"))],
    ["edited", { default_branch: { from: "master" } }, only(atRepository("config_changed"))],
    ["edited", { description: { from: "" } }, nothing],
    ["unarchived", {}, only(atRepository("resync"))],
    ["publicized", {}, only(atRepository("config_changed"))],
    ["privatized", {}, only(atRepository("config_changed"))],
    ["renamed", { repository: { name: { from: ".github" } } }, only(atInstallation("config_changed"))],
    ["archived", {}, nothing],
  ])("follow repository %s %j", (action, changes, expected) => {
    expect(find("repository", { action, changes })).toEqual(expected);
  });

  it.each(["renamed", "publicized", "edited"])(
    "cover all repositories after the organisation's own repository is %s",
    (action) => {
      const repository = { id: 9, name: ".GitHub", full_name: "acme/.GitHub", owner: { login: "acme" } };
      const changes = { default_branch: { from: "master" } };
      expect(find("repository", { action, changes, repository })).toEqual(
        only(atInstallation("config_changed")),
      );
    },
  );
});
