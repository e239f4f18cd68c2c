import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { jobQuery } from "../../api/meters.ts";

interface ActionOptions<Wish> {
  /** Resolves with the job that carries it out; null: not for the reader to see. */
  readonly act: (wish: Wish) => Promise<{ readonly job: string | null }>;
  readonly onDone: (job: string | null) => void;
}

/** Something that a person does to a meter's past: the page is read again once it is recorded. */
export function useMeterAction<Wish>({ act, onDone }: ActionOptions<Wish>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async ({ job }) => {
      await refreshMeter(client);
      onDone(job);
    },
  });
}

/** Reads again what may have changed with a meter's past. */
export async function refreshMeter(client: QueryClient): Promise<void> {
  const kept = [["meter"], ["building"], ["consumption"]];
  await Promise.all(kept.map((queryKey) => client.invalidateQueries({ queryKey })));
}

/** Reads the page again a few times: the hours follow corrected readings a moment later. */
export function useRefreshSoon(): void {
  const client = useQueryClient();
  useEffect(() => {
    const timers = [1_000, 4_000, 12_000].map((delayMs) => setTimeout(() => void refreshMeter(client), delayMs));
    return () => timers.forEach(clearTimeout);
  }, [client]);
}

/** Follows a job to its end; then the page is read again, and a moment later once more. */
export function useFollowedJob(jobId: string) {
  const client = useQueryClient();
  const query = useQuery(jobQuery(jobId));
  const state = query.data?.state;
  useEffect(() => {
    if (state !== "done" && state !== "failed") return;
    void refreshMeter(client);
    const later = setTimeout(() => void refreshMeter(client), 3_000);
    return () => clearTimeout(later);
  }, [state, client]);
  return query;
}
