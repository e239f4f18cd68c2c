import { useTranslation } from "react-i18next";
import { AuditFilters } from "../features/audit/audit-filters.tsx";
import { AuditList } from "../features/audit/audit-list.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../theme/list-table.css";
import "../features/audit/audit.css";

/** Who did what, when, before and after, and from where. */
export function AuditPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("audit.title"));
  if (!useMay("audit:read")) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("audit.title")}</h1>
      <p className="muted audit-intro">{t("audit.intro")}</p>
      <section className="surface" aria-label={t("audit.title")}>
        <AuditFilters />
        <AuditList />
      </section>
    </>
  );
}
