import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buildingQuery, type DetailedBuilding } from "../../api/buildings.ts";
import { ProblemError } from "../../api/request.ts";
import { Failure } from "../../page-state/failure.tsx";
import { useDocumentTitle } from "../../page-state/use-document-title.ts";
import { NotFoundPage } from "../../routes/not-found.tsx";

interface BuildingGateProps {
  readonly buildingId: string;
  readonly children: (building: DetailedBuilding) => ReactNode;
}

/** Loads the building that a page is about, and says so where there is none. */
export function BuildingGate({ buildingId, children }: BuildingGateProps) {
  const { t } = useTranslation();
  const query = useQuery(buildingQuery(buildingId));
  useDocumentTitle(query.data?.name);
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) {
    return (
      <div role="status" aria-label={t("list.loading")} className="building-page">
        <Skeleton height={90} />
        <Skeleton height={520} radius={14} />
      </div>
    );
  }
  const { error } = query;
  const absent = error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);
  return absent ? <NotFoundPage /> : <Failure error={error} onRetry={() => void query.refetch()} />;
}
