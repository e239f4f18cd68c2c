import { useTranslation } from "react-i18next";
import { ImportList } from "../features/imports/import-list.tsx";
import { NewImport } from "../features/imports/new-import.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../theme/list-table.css";
import "../features/imports/imports.css";

/** Files of readings that people bring, and what became of them. */
export function ImportsPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("imports.title"));
  if (!useMay("meter:write")) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("imports.title")}</h1>
      <NewImport />
      <section className="surface" aria-label={t("imports.list")}>
        <ImportList />
      </section>
    </>
  );
}
