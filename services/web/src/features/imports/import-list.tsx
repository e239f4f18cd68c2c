import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type BroughtFile, importsQuery } from "../../api/imports.ts";
import { useFormat } from "../../format/use-format.ts";
import { Message } from "../../page-state/message.tsx";
import { MoreButton } from "../../page-state/more-button.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { browserTimeZone } from "../../time/local-time.ts";
import { useRunText } from "./run-text.ts";

/** The files of late, each with where it is. */
export function ImportList() {
  const { t } = useTranslation();
  const { organisation } = useSearch({ from: "__root__" });
  const query = useInfiniteQuery(importsQuery(organisation));
  const files = query.data?.pages.flatMap((page) => page.items);
  if (files === undefined) return <PendingOrFailed query={query} />;
  if (files.length === 0) return <Message title={t("imports.none")} text={t("imports.noneText")} />;
  return (
    <>
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{t("imports.file")}</th>
            <th scope="col">{t("list.organisation")}</th>
            <th scope="col">{t("imports.when")}</th>
            <th scope="col">{t("imports.state")}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </tbody>
      </table>
      <MoreButton query={query} />
    </>
  );
}

function FileRow({ file }: { readonly file: BroughtFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const runText = useRunText();
  return (
    <tr data-testid="import-row">
      <th scope="row">
        <Link to="/imports/$importFileId" params={{ importFileId: file.id }}>
          {file.name}
        </Link>
      </th>
      <td data-label={t("list.organisation")}>{file.organisation.name}</td>
      <td data-label={t("imports.when")}>{format.dateTime(file.createdAt, browserTimeZone())}</td>
      <td data-label={t("imports.state")}>{runText(file)}</td>
    </tr>
  );
}
