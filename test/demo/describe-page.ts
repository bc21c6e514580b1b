import type { Scene } from "../e2e/start-scene.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import { repositoryName } from "./create-shop.ts";
import { people, template } from "./scenario.ts";
import { renderConversation, renderMarkdown } from "./render-markdown.ts";

/** Everything that the page shows, as plain data. Each text that is called `html` is sanitised. */
export interface PageState {
  repository: string;
  /** The instant at which the demo's clock stands. */
  now: string;
  /** Is something waiting for its time, such as a comment? */
  isWaiting: boolean;
  people: string[];
  template: string;
  /** The text of the repository's `.github/async.yml`; "" when there is none. */
  config: string;
  pullRequests: PagePullRequest[];
}

interface PagePullRequest {
  number: number;
  title: string;
  state: "open" | "closed" | "merged";
  isDraft: boolean;
  author: string;
  branch: string;
  changes: { files: number; additions: number; deletions: number };
  labels: string[];
  body: string;
  html: string;
  checkRuns: PageCheckRun[];
  comments: { id: number; author: string; html: string; isEdited: boolean; isMinimized: boolean }[];
}

interface PageCheckRun {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  title: string;
  html: string;
  annotations: { where: string; level: string; message: string }[];
  detailsHtml: string;
  buttons: { label: string; description: string; identifier: string }[];
}

/** What the page shows now. */
export async function describePage(scene: Scene, config: string): Promise<PageState> {
  const { pending } = await scene.server.count();
  const { pullRequests } = scene.github.repository(repositoryName);
  return {
    repository: repositoryName,
    now: scene.github.clock.now(),
    isWaiting: pending > 0,
    people,
    template,
    config,
    pullRequests: pullRequests.map(describePullRequest),
  };
}

function describePullRequest(pullRequest: PullRequestDriver): PagePullRequest {
  const { number, title, state, isDraft, author, body, labels, checkRuns, comments } = pullRequest.see();
  const { files, headRef } = pullRequest.state;
  const sum = (of: "additions" | "deletions") => files.reduce((total, file) => total + file[of], 0);
  return {
    number,
    title,
    state,
    isDraft,
    author,
    branch: headRef,
    changes: { files: files.length, additions: sum("additions"), deletions: sum("deletions") },
    labels,
    body,
    html: renderConversation(body),
    checkRuns: checkRuns.map((run) => ({
      id: run.id,
      name: run.name,
      status: run.status,
      conclusion: run.conclusion,
      title: run.title ?? "",
      html: renderMarkdown(run.summary ?? ""),
      annotations: run.annotations.map(({ path, startLine, level, message }) => ({
        where: `${path}:${startLine}`,
        level,
        message,
      })),
      detailsHtml: renderMarkdown(run.text ?? ""),
      buttons: run.actions,
    })),
    comments: comments.map((comment) => ({
      id: comment.id,
      author: comment.author,
      html: renderConversation(comment.body),
      isEdited: comment.edits > 0,
      isMinimized: comment.isMinimized,
    })),
  };
}
