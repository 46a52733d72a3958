import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROBLEM_CODES, PROBLEM_STATUSES } from "../src/http/problem-code.ts";
import { PROBLEM_DETAILS } from "../src/http/problem-details.ts";
import { PROBLEM_TITLES } from "../src/http/problem-titles.ts";
import type { OperationId } from "../src/http/access.ts";
import { OPERATION_TEXTS } from "../src/http/operation-texts.ts";
import {
  OPERATION_PARAMETER_TEXTS,
  PARAMETER_TEXTS,
  parameterText,
} from "../src/http/parameter-texts.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await makeApi();
});
afterAll(() => api.services.store.close());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly { name: string; required?: boolean; description?: string }[];
  readonly responses: Readonly<Record<string, { description: string }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { required?: string[] }>> };
}

async function documentIn(language: "cy" | "en"): Promise<Document> {
  return (await api.call(`GET /openapi.json?lang=${language}`)).json as Document;
}

function operationsOf({ paths }: Document): Operation[] {
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 and without a fault by Redocly's strict rules, in both languages", async () => {
    const folder = mkdtempSync(join(tmpdir(), "neuadd-openapi-"));
    const files = await Promise.all(
      (["cy", "en"] as const).map(async (language) => {
        const file = join(folder, `${language}.json`);
        writeFileSync(file, JSON.stringify(await documentIn(language)));
        return file;
      }),
    );
    const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
    const config = fileURLToPath(new URL("../redocly.yaml", import.meta.url));
    const lint = spawnSync(
      process.execPath,
      [join(dirname(manifest), "bin/cli.js"), "lint", ...files, "--config", config],
      {
        encoding: "utf8",
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      },
    );
    rmSync(folder, { recursive: true });
    expect(lint.stderr + lint.stdout).toContain("Your API descriptions are valid");
    expect(lint.status).toBe(0);
  });

  it("has the same operations, faults and shapes in Welsh, under Welsh titles", async () => {
    const [welsh, english] = [await documentIn("cy"), await documentIn("en")];
    expect(Object.keys(welsh.components.schemas)).toEqual(Object.keys(english.components.schemas));
    for (const [index, operation] of operationsOf(english).entries()) {
      const other = operationsOf(welsh)[index];
      expect(other?.operationId).toBe(operation.operationId);
      expect(other?.responses).toEqual(operation.responses);
      expect(other?.summary).not.toBe(operation.summary);
    }
  });

  it("chooses its language by Accept-Language when the address does not say", async () => {
    const answer = await api.call("GET /openapi.json", { headers: { "accept-language": "cy" } });
    expect(answer.at("info.title")).toBe("Neuadd: rhyngwyneb HTTP");
    expect(answer.headers.get("content-language")).toBe("cy");
  });

  it("describes every parameter in both languages, and lists only what is needed as required", async () => {
    const document = await documentIn("en");
    for (const { operationId, parameters = [] } of operationsOf(document)) {
      for (const { name, description } of parameters) {
        const text = parameterText(operationId as OperationId, name);
        expect(text, `${operationId}: ${name}`).toBeDefined();
        expect(description).toBe(text?.en);
      }
    }
    const schemas = document.components.schemas;
    expect(schemas["BookingRequest"]?.required).toEqual([
      "space",
      "first",
      "startTime",
      "endTime",
      "title",
      "activity",
    ]);
    expect(schemas["BookingPreviewRequest"]?.required).toEqual([
      "space",
      "first",
      "startTime",
      "endTime",
    ]);
    expect(schemas["HirerChange"]?.required).toBeUndefined();
    const list = document.paths["/v1/schools/{school}/bookings"]?.["get"];
    const required = list?.parameters?.filter((parameter) => parameter.required === true);
    expect(required?.map(({ name }) => name)).toEqual(["school"]);
  });

  it("has no text for a parameter that no operation takes", async () => {
    const operations = operationsOf(await documentIn("en"));
    const idle = Object.entries(OPERATION_PARAMETER_TEXTS).flatMap(([id, texts]) => {
      const { parameters = [] } = operations.find(({ operationId }) => operationId === id) ?? {};
      const taken = new Set(parameters.map(({ name }) => name));
      return Object.keys(texts)
        .filter((name) => !taken.has(name))
        .map((name) => `${id}: ${name}`);
    });
    expect(idle).toEqual([]);
  });

  it("says of a list that it begins with today only where it does", async () => {
    const operations = operationsOf(await documentIn("en"));
    const beginToday = operations.filter(({ parameters = [] }) =>
      parameters.some(({ name, description }) => name === "from" && description?.includes("Today")),
    );
    expect(beginToday.map(({ operationId }) => operationId).toSorted()).toEqual([
      "getCalendar",
      "getSchoolAvailability",
      "getSpaceAvailability",
      "getWhatsOn",
    ]);
  });

  it("asks for a key exactly where one is needed", async () => {
    for (const { operationId, security, responses } of operationsOf(await documentIn("en"))) {
      const needsKey = !security.some((way) => Object.keys(way).length === 0);
      expect([operationId, responses["403"] !== undefined]).toEqual([operationId, needsKey]);
    }
  });
});

describe("texts", () => {
  it("differ between the languages, for every problem, operation and parameter", () => {
    const texts = [
      ...Object.values(PROBLEM_TITLES),
      ...Object.values(PROBLEM_DETAILS),
      ...Object.values(OPERATION_TEXTS).flatMap(({ summary, description = [] }) =>
        [summary, description].flat(),
      ),
      ...[PARAMETER_TEXTS, ...Object.values(OPERATION_PARAMETER_TEXTS)].flatMap((texts) =>
        Object.values(texts).flatMap((text) => text ?? []),
      ),
    ];
    expect(texts.length).toBeGreaterThan(130);
    for (const { cy, en } of texts) {
      expect(cy.trim()).not.toBe("");
      expect(cy).not.toBe(en);
    }
  });
});

describe("the reference page", () => {
  it("has every operation, shape and problem, in the language asked for", async () => {
    for (const language of ["cy", "en"] as const) {
      const response = await api.app.request(`/docs?lang=${language}`);
      expect(response.headers.get("content-language")).toBe(language);
      const html = await response.text();
      expect(html).toContain(`<html lang="${language}">`);
      const document = await documentIn(language);
      for (const { operationId } of operationsOf(document))
        expect(html).toContain(`id="${operationId}"`);
      for (const name of Object.keys(document.components.schemas))
        expect(html).toContain(`id="shape-${name}"`);
      for (const code of PROBLEM_CODES) expect(html).toContain(`/problems/${code}`);
    }
  });

  it("links to nothing that is not there", async () => {
    const html = await (await api.app.request("/docs?lang=en")).text();
    const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name);
    expect(anchors.length).toBeGreaterThan(100);
    const missing = [...new Set(anchors)].filter((name) => !html.includes(`id="${name}"`));
    expect(missing).toEqual([]);
    const paths = [...html.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, path]) => path ?? "");
    for (const path of new Set(paths)) {
      const { status } = await api.app.request(path);
      expect([path, status]).toEqual([path, 200]);
    }
    expect(html).not.toMatch(/(?:href|src)="(?:https?:)?\/\//);
  });

  it("has a style that browsers may keep and ask about", async () => {
    const response = await api.app.request("/docs/reference.css");
    expect(response.headers.get("content-type")).toBe("text/css; charset=utf-8");
    const headers = { "if-none-match": response.headers.get("etag") ?? "" };
    expect((await api.app.request("/docs/reference.css", { headers })).status).toBe(304);
  });
});

describe("the pages of problems", () => {
  it("say what each code means and what to do, in both languages", async () => {
    for (const code of PROBLEM_CODES) {
      for (const language of ["cy", "en"] as const) {
        const response = await api.app.request(`/problems/${code}?lang=${language}`);
        expect(response.status).toBe(200);
        const html = (await response.text()).replaceAll("&#39;", "'").replaceAll("&quot;", '"');
        expect(html).toContain(PROBLEM_TITLES[code][language]);
        expect(html).toContain(String(PROBLEM_STATUSES[code]));
      }
    }
    expect((await api.app.request("/problems/NONE")).status).toBe(404);
  });
});
