import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import { jobQuery } from "../../api/meters.ts";

interface ActionOptions<Wish> {
  /** Resolves with the job that carries it out; null: not for the reader to see. */
  readonly act: (wish: Wish) => Promise<{ readonly job: string | null }>;
  readonly onDone: (job: string | null) => void;
}

/** Something that a person does to a meter's past: the page is read again once it is recorded. */
export function useMeterAction<Wish>({ act, onDone }: ActionOptions<Wish>) {
  const refresh = useRefreshMeter();
  return useMutation({
    mutationFn: act,
    onSuccess: async ({ job }) => {
      await refresh();
      onDone(job);
    },
  });
}

/** Reads again what may have changed with a meter's past. */
export function useRefreshMeter(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      [["meter"], ["building"], ["consumption"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  };
}

/** Follows a job to its end; then the page is read again, and a moment later once more: hours follow corrected readings. */
export function useFollowedJob(jobId: string) {
  const refresh = useRefreshMeter();
  const query = useQuery(jobQuery(jobId));
  const state = query.data?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the job has ended
  useEffect(() => {
    if (state !== "done" && state !== "failed") return;
    void refresh();
    const later = setTimeout(() => void refresh(), 3_000);
    return () => clearTimeout(later);
  }, [state]);
  return query;
}
