import { listPullRequests } from "../state/find.ts";
import type { Account } from "../state/model.ts";
import type { World } from "../state/world.ts";

/**
 * A person deletes their account. Their texts stay as `ghost`'s. Review requests to them and their
 * permissions are removed. No webhook is sent.
 */
export function deleteAccount({ state }: World, account: Account): void {
  state.accounts = state.accounts.filter((one) => one !== account);
  for (const { collaborators } of state.repositories) collaborators.delete(account);
  for (const { members } of state.teams) members.delete(account);
  for (const pullRequest of listPullRequests(state)) {
    pullRequest.reviewRequests = pullRequest.reviewRequests.filter(({ reviewer }) => reviewer !== account);
    pullRequest.assignees = pullRequest.assignees.filter((one) => one !== account);
  }
  Object.assign(account, { login: "ghost", id: 10137, isDeleted: true });
}
