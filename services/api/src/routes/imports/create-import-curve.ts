import { ImportCurveBody } from "@gtb/contracts/imports";
import { Register } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { insertImportCurve } from "@gtb/database/queries/insert-import-curve";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createImportCurveRoute = route({
  method: "POST",
  path: "/api/v1/import-curves",
  allow: "meter:write",
  summary:
    "Add to a meter what keeps a file's values of intervals; it is not counted a second time beside another register",
  body: ImportCurveBody,
  reply: Register,
  handler: async ({ db, body, now }) => {
    const id = referred(await insertImportCurve(db, body), "The meter");
    return found(await getRegister(db, id, now), "register");
  },
});
