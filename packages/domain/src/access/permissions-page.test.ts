import { expect, test } from "vitest";
import { permissionsPage } from "./permissions-page.ts";

test("docs/permissions.md is the table of permissions; `npm run permissions:write -w @gtb/domain` writes it", async () => {
  await expect(permissionsPage()).toMatchFileSnapshot("../../../../docs/permissions.md");
});
