import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type ListedRejection, type RejectionCount, rejectionsQuery } from "../../api/devices.ts";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";
import { Message } from "../../page-state/message.tsx";
import { MoreButton } from "../../page-state/more-button.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useNow } from "../../time/use-now.ts";
import { useReasonText } from "./rejection-reason.ts";

/** What was received in the last seven days and could not become a value, and why. */
export function RejectionList() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(rejectionsQuery);
  const [first] = query.data?.pages ?? [];
  if (first === undefined) return <PendingOrFailed query={query} />;
  if (first.items.length === 0) return <Message title={t("rejections.none")} text={t("rejections.noneText")} />;
  return (
    <>
      <p className="muted tab-intro">{t("rejections.intro")}</p>
      <ReasonCounts counts={first.counts} />
      <RejectionTable rejections={query.data?.pages.flatMap((page) => page.items) ?? []} />
      <MoreButton query={query} />
    </>
  );
}

function ReasonCounts({ counts }: { readonly counts: readonly RejectionCount[] }) {
  const format = useFormat();
  const reasonText = useReasonText();
  return (
    <ul className="reason-counts">
      {counts.map(({ kind, reason, count }) => (
        <li key={`${kind} ${reason}`}>
          <strong className="number">{format.number(count)}</strong> {reasonText(reason)}
        </li>
      ))}
    </ul>
  );
}

function RejectionTable({ rejections }: { readonly rejections: readonly ListedRejection[] }) {
  const { t } = useTranslation();
  const now = useNow(30_000);
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{t("rejections.reason")}</th>
          <th scope="col">DevEUI</th>
          <th scope="col">{t("rejections.received")}</th>
          <th scope="col">{t("rejections.content")}</th>
        </tr>
      </thead>
      <tbody>
        {rejections.map((rejection) => (
          <RejectionRow key={JSON.stringify(rejection)} rejection={rejection} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function RejectionRow({ rejection, now }: { readonly rejection: ListedRejection; readonly now: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const { reason, detail, devEui, receivedAt, measurement, value, payloadHex } = rejection;
  const content =
    measurement === null ? payloadHex : `${measurement} = ${value === null ? unknown : format.exact(value)}`;
  return (
    <tr data-testid="rejection-row">
      <th scope="row">
        <span className="device-name">{reasonText(reason)}</span>
        {detail !== null && <span className="device-eui">{detail}</span>}
      </th>
      <td className="device-code">{devEui ?? unknown}</td>
      <td data-label={t("rejections.received")}>{format.age(receivedAt, now)}</td>
      <td data-label={t("rejections.content")} className="device-code device-payload">
        {content ?? unknown}
      </td>
    </tr>
  );
}
