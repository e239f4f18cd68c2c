import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ProblemError, UnreachableError } from "../api/request.ts";
import { renderPagePart } from "../testing/render-page-part.tsx";
import { Failure } from "./failure.tsx";

const problem = new ProblemError({
  type: "about:blank",
  title: "Period too long",
  status: 400,
  code: "period_too_long",
  detail: "By hour a period may have 100 days.",
  messageFr: "La période demandée est trop longue.",
  messageEn: "The period is too long.",
  requestId: "req-7",
  errors: [],
});

afterEach(cleanup);

describe("a failure", () => {
  it("is told in French, with what support needs, and can be tried again", async () => {
    const retry = vi.fn();
    await renderPagePart(<Failure error={problem} onRetry={retry} />);
    expect(screen.getByRole("alert").textContent).toContain("La période demandée est trop longue.");
    expect(screen.getByRole("alert").textContent).toContain("req-7");
    await userEvent.click(screen.getByRole("button", { name: "Réessayer" }));
    expect(retry).toHaveBeenCalledOnce();
  });
  it("is told in English to who chose it", async () => {
    await renderPagePart(<Failure error={problem} onRetry={() => undefined} />, "en");
    expect(screen.getByRole("alert").textContent).toContain("The period is too long.");
  });
  it("says that nobody answered without technical words", async () => {
    await renderPagePart(<Failure error={new UnreachableError("ECONNREFUSED")} onRetry={() => undefined} />);
    expect(screen.getByRole("alert").textContent).toContain("Le serveur ne répond pas");
    expect(screen.getByRole("alert").textContent).not.toContain("ECONNREFUSED");
  });
});
