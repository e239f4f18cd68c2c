import { JobList } from "@gtb/contracts/jobs";
import { queryOptions } from "@tanstack/react-query";
import { apiUrl, get } from "./request.ts";

/** Histories that wait to be loaded or are: looked at often while there are some. */
export const runningImportsQuery = queryOptions({
  queryKey: ["jobs", "import-readings"],
  queryFn: async ({ signal }) => {
    const pages = (["running", "queued"] as const).map((state) =>
      get(JobList, apiUrl("/jobs", { kind: "import-readings", state, limit: 200 }), signal),
    );
    return (await Promise.all(pages)).flatMap((page) => page.items);
  },
  refetchInterval: ({ state }) => (state.data?.length ? 4_000 : 30_000),
});
