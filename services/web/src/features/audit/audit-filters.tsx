import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usersQuery } from "../../api/users.ts";
import { OrganisationFilter } from "../../forms/organisation-filter.tsx";
import { useMay } from "../../session/me-context.ts";
import { isCalendarDate } from "../../time/calendar-date.ts";
import { auditedKinds, useKindText } from "./audit-kind.ts";

const route = getRouteApi("/audit");

/** Filters live in the address, so that what was found can be sent to who asked. */
export function AuditFilters() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { actor, object, kind, from, to } = route.useSearch();
  const filtered = [actor, object, kind, from, to].some((value) => value !== undefined);
  return (
    <search className="audit-filters">
      <OrganisationFilter />
      {useMay("user:manage") && <PersonFilter />}
      <KindFilter />
      <DayFilter name="from" label={t("audit.from")} />
      <DayFilter name="to" label={t("audit.to")} />
      {filtered && (
        <Button variant="subtle" onClick={() => void navigate({ search: ({ organisation }) => ({ organisation }) })}>
          {t("audit.clear")}
        </Button>
      )}
    </search>
  );
}

function PersonFilter() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { actor = "", organisation } = route.useSearch();
  const { data } = useInfiniteQuery(usersQuery({ organisation }));
  const people = (data?.pages.flatMap((page) => page.items) ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const known = actor === "" || people.some(({ value }) => value === actor);
  return (
    <NativeSelect
      label={t("audit.person")}
      value={actor}
      data={[
        { value: "", label: t("audit.everybody") },
        ...(known ? [] : [{ value: actor, label: t("audit.chosenPerson") }]),
        ...people,
      ]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ search: (before) => ({ ...before, actor: value || undefined }) })
      }
    />
  );
}

function KindFilter() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { kind = "" } = route.useSearch();
  const kindText = useKindText();
  const kinds = kind === "" || auditedKinds.some((known) => known === kind) ? auditedKinds : [...auditedKinds, kind];
  return (
    <NativeSelect
      label={t("audit.kind")}
      value={kind}
      data={[{ value: "", label: t("audit.allKinds") }, ...kinds.map((value) => ({ value, label: kindText(value) }))]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ search: (before) => ({ ...before, kind: value || undefined }) })
      }
    />
  );
}

interface DayFilterProps {
  readonly name: "from" | "to";
  readonly label: string;
}

function DayFilter({ name, label }: DayFilterProps) {
  const navigate = route.useNavigate();
  const { [name]: day = "" } = route.useSearch();
  return (
    <TextInput
      type="date"
      label={label}
      value={day}
      onChange={({ currentTarget: { value } }) =>
        // A date that is being typed is empty until it is whole.
        void navigate({ search: (before) => ({ ...before, [name]: isCalendarDate(value) ? value : undefined }) })
      }
    />
  );
}
