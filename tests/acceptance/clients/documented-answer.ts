import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

interface Content {
  readonly content?: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Content>> }>>>
  >;
}

const text = readFileSync(new URL("../../../services/api/openapi.json", import.meta.url), "utf8");
const document = JSON.parse(text) as Document;

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat("uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
ajv.addFormat("email", /^[^\s@]+@[^\s@]+$/);
ajv.addFormat("uri", (value) => URL.canParse(value));
ajv.addSchema(document, "openapi");

/** Paths without parameters first: `/buildings/near` is no `{buildingId}`. */
const paths = Object.keys(document.paths)
  .toSorted((one, other) => one.split("{").length - other.split("{").length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`) }));

const compiled = new Map<string, ValidateFunction>();

/** Throws where an answer is not what openapi.json says of its operation and status. */
function refuseUndocumented(
  method: string,
  address: string,
  answer: { status: number; type: string; body: unknown },
): void {
  const { pathname } = new URL(address);
  const path = paths.find(({ pattern }) => pattern.test(pathname))?.path;
  const operation = path === undefined ? undefined : document.paths[path]?.[method.toLowerCase()];
  if (path === undefined || operation === undefined) throw new Error(`openapi.json has no ${method} ${pathname}`);
  const key = [String(answer.status), `${String(answer.status)[0]}XX`].find((status) => status in operation.responses);
  const type = answer.type.split(";")[0] ?? "";
  const place = `${method} ${pathname} ${answer.status} ${type}`;
  if (key === undefined || operation.responses[key]?.content?.[type] === undefined)
    throw new Error(`openapi.json knows of no answer ${place}`);
  const pointer = ["paths", path, method.toLowerCase(), "responses", key, "content", type, "schema"]
    .map(escaped)
    .join("/");
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi#/${pointer}` });
  compiled.set(pointer, validate);
  if (!validate(answer.body))
    throw new Error(`${place} is not as openapi.json says: ${ajv.errorsText(validate.errors)}`);
}

/** A part of a JSON pointer inside a URI. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** The body of an answer, which is also held against openapi.json: what the document says of it must be true. */
export async function readDocumented(method: string, response: Response): Promise<{ body: unknown; text: string }> {
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  const body: unknown = type.includes("json") ? JSON.parse(text) : text;
  refuseUndocumented(method, response.url, { status: response.status, type, body });
  return { body, text };
}
