import { roles } from "@gtb/domain/access/permission";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type AuditFilter, auditQuery, type ListedEvent } from "../../api/audit.ts";
import { FileLinks } from "../../charts/file-links.tsx";
import { useFormat } from "../../format/use-format.ts";
import { Message } from "../../page-state/message.tsx";
import { MoreButton } from "../../page-state/more-button.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { addDays } from "../../time/calendar-date.ts";
import { browserTimeZone, startOfLocalDay } from "../../time/local-time.ts";
import { AuditChanges } from "./audit-changes.tsx";
import { useKindText } from "./audit-kind.ts";

const route = getRouteApi("/audit");

/** The newest first, page after page. */
export function AuditList() {
  const { t } = useTranslation();
  const filter = useAuditFilter();
  const query = useInfiniteQuery(auditQuery(filter));
  const events = query.data?.pages.flatMap((page) => page.items);
  if (events === undefined) return <PendingOrFailed query={query} />;
  if (events.length === 0) return <Message title={t("audit.none")} />;
  return (
    <>
      <table className="list-table audit-table">
        <thead>
          <tr>
            <th scope="col">{t("audit.when")}</th>
            <th scope="col">{t("audit.who")}</th>
            <th scope="col">{t("audit.what")}</th>
            <th scope="col">{t("audit.changes")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </tbody>
      </table>
      <MoreButton query={query} />
      <FileLinks path="/audit" values={{ ...filter }} />
    </>
  );
}

/** Days of the address as instants; the last day is in it. */
function useAuditFilter(): AuditFilter {
  const { organisation, actor, object, kind, from, to } = route.useSearch();
  const zone = browserTimeZone();
  return {
    organisation,
    actor,
    object,
    kind,
    from: from === undefined ? undefined : startOfLocalDay(from, zone),
    to: to === undefined ? undefined : startOfLocalDay(addDays(to, 1), zone),
  };
}

function EventRow({ event }: { readonly event: ListedEvent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kindText = useKindText();
  const { at, actor, action, object, organisation } = event;
  // A role is called by what it is.
  const role = roles.find((one) => object.kind === "user_role" && one === object.name);
  return (
    <tr data-testid="audit-row">
      <td className="audit-when">
        <time dateTime={at.toISOString()}>{format.dateTimeWithSeconds(at, browserTimeZone())}</time>
      </td>
      <td className="audit-who">
        <ActorName actor={actor} />
        <Origin event={event} />
      </td>
      <th scope="row">
        <span className={`audit-action audit-action-${action}`}>{t(`auditAction.${action}`)}</span>{" "}
        <span>
          {kindText(object.kind)}
          {object.name !== null && <strong> {role === undefined ? object.name : t(`role.${role}`)}</strong>}
        </span>
        {organisation !== null && <span className="audit-small">{organisation.name}</span>}
        {object.id !== null && <ObjectLink id={object.id} />}
      </th>
      <td className="audit-changes">
        <AuditChanges event={event} />
      </td>
    </tr>
  );
}

/** A person's name leads to all that they did. */
function ActorName({ actor }: Pick<ListedEvent, "actor">) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { id, name } = actor;
  if (id === null) return <span>{name}</span>;
  return (
    <button
      type="button"
      className="audit-link"
      title={t("audit.onlyPerson", { name })}
      onClick={() => void navigate({ search: (before) => ({ ...before, actor: id }) })}
    >
      {name}
    </button>
  );
}

function ObjectLink({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  if (route.useSearch().object === id) return null;
  return (
    <button
      type="button"
      className="audit-link audit-small"
      onClick={() => void navigate({ search: (before) => ({ ...before, object: id }) })}
    >
      {t("audit.history")}
    </button>
  );
}

function Origin({ event: { via, ip } }: { readonly event: ListedEvent }) {
  const { t } = useTranslation();
  const how = via === null ? [] : [via === "session" ? t("audit.viaPortal") : via];
  const parts = [...how, ...(ip === null ? [] : [ip])];
  if (parts.length === 0) return null;
  return <span className="audit-small">{parts.join(" · ")}</span>;
}
