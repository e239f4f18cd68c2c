import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { importQuery } from "../api/imports.ts";
import { ImportSteps } from "../features/imports/import-steps.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../theme/list-table.css";
import "../features/imports/imports.css";

const route = getRouteApi("/imports/$importFileId");

/** One file on its way in: how it is read, what it would change, what it has changed. */
export function ImportPage() {
  const { t } = useTranslation();
  const { importFileId } = route.useParams();
  const query = useQuery(importQuery(importFileId));
  useDocumentTitle(query.data?.name ?? t("imports.title"));
  if (!useMay("meter:write")) return <NotAllowed />;
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  return (
    <>
      <Link to="/imports">{t("imports.back")}</Link>
      <h1 className="page-title import-title">{query.data.name}</h1>
      <p className="muted">{query.data.organisation.name}</p>
      <ImportSteps file={query.data} />
    </>
  );
}
