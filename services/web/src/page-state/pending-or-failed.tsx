import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Failure } from "./failure.tsx";

interface PendingOrFailedProps {
  readonly query: { readonly error: Error | null; readonly refetch: () => Promise<unknown> };
}

/** What stands in the place of a list that is not there yet, or could not be had. */
export function PendingOrFailed({ query }: PendingOrFailedProps) {
  const { t } = useTranslation();
  if (query.error !== null) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label={t("list.loading")}>
      <Skeleton height={260} />
    </div>
  );
}
