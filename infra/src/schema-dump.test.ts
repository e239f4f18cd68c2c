import { expect, test } from "vitest";
import { stableSchema } from "./schema-dump.ts";

test("what changes from dump to dump is left out, what migrations make stays", () => {
  const dump = (key: string, version: string) => `--
-- PostgreSQL database dump
--

\\restrict ${key}

-- Dumped by pg_dump version ${version}

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE SCHEMA public;


ALTER SCHEMA public OWNER TO pg_database_owner;

CREATE TABLE public.site (
    name text NOT NULL
);


ALTER TABLE public.site OWNER TO gtb;

CREATE TRIGGER ts_insert_blocker BEFORE INSERT ON public.site FOR EACH ROW EXECUTE FUNCTION _timescaledb_functions.insert_blocker();

ALTER VIEW reporting.site OWNER TO gtb_reporting;

\\unrestrict ${key}
`;
  const stable = stableSchema(dump("abc", "17.12"));
  expect(stable).toBe(stableSchema(dump("xyz", "17.99")));
  expect(stable).toBe(
    "CREATE TABLE public.site (\n    name text NOT NULL\n);\n\nALTER VIEW reporting.site OWNER TO gtb_reporting;\n",
  );
});
