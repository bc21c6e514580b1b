import type { Result } from "../result.ts";
import { countRequests } from "./count-requests.ts";

/**
 * Requests to GitHub for each event, the installation's token included. They are the same in every run.
 */
export async function run(): Promise<Result[]> {
  const counted = await countRequests();
  return [
    {
      name: "Requests to GitHub, with only the description check on",
      figures: Object.fromEntries(counted.map(({ event, requests }) => [event, requests.length])),
      aims: Object.fromEntries(counted.map(({ event, aim }) => [event, { most: aim }])),
    },
  ];
}
