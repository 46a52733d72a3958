import { describe, expect, it } from "vitest";
import { makeHirer } from "../test/fixtures/make-hirer.ts";
import { makeServices } from "../test/fixtures/make-services.ts";
import { bareError } from "./bare-error.ts";
import { PluginError } from "./plugins/plugin-error.ts";
import { ServerError } from "./server-error.ts";

const PERSON = "Megan Rees megan@example.org";

class MailError extends Error {
  readonly code = "EENVELOPE";
  readonly recipient = PERSON;
}

describe("what the log tells of an error", () => {
  it("is its type, its code and where it was thrown", () => {
    const bare = bareError(new MailError("No such mailbox"));
    expect(bare).toMatchObject({ type: "MailError", code: "EENVELOPE" });
    expect(bare.stack[0]).toContain("bare-error.test.ts");
  });

  it.each([
    ["a message", () => new Error(PERSON)],
    ["a message of many lines", () => new Error(`Not sent:\n    at ${PERSON}\n    at home`)],
    ["a property", () => new MailError("Not sent")],
    ["a name", () => Object.assign(new Error("Not sent"), { name: PERSON })],
    ["a code", () => Object.assign(new Error("Not sent"), { code: PERSON })],
    ["a cause", () => new Error("Not sent", { cause: new MailError(PERSON) })],
    ["a parser's sentence", () => parserFault(PERSON)],
    ["what is no error", () => PERSON],
  ])("is nothing personal from %s", (_where, make) => {
    expect(JSON.stringify(bareError(make()))).not.toMatch(/Megan|Rees|example\.org/);
  });

  it("is nothing of the row that a database refused, but which constraint it met", async () => {
    const services = await makeServices();
    const { id } = await makeHirer(services, { name: PERSON });
    const { database } = services.store;
    const row = await database.selectFrom("hirers").selectAll().executeTakeFirstOrThrow();
    const fault: unknown = await database
      .insertInto("hirers")
      .values(row)
      .execute()
      .catch((error: unknown) => error);
    const bare = bareError(fault);
    expect(bare.code).toMatch(/^(?:23505|SQLITE_CONSTRAINT_PRIMARYKEY)$/);
    expect(JSON.stringify({ ...bare, stack: [] })).not.toMatch(new RegExp(`Megan|${id}`));
    await services.store.close();
  });

  it("is the sentence too, where that is the server's own", () => {
    const sentence = { cy: "Prysur.", en: "Too busy." };
    const cause = new Error(PERSON);
    expect(bareError(new ServerError("STORE_UNAVAILABLE", sentence, { cause }))).toMatchObject({
      type: "ServerError",
      code: "STORE_UNAVAILABLE",
      message: "Too busy.",
      cause: { type: "Error" },
    });
    const failed = new PluginError("PAGE_FAILED", "email", sentence);
    expect(bareError(failed)).toMatchObject({ code: "PAGE_FAILED", message: "Too busy." });
  });

  it("ends, though its causes go round in a circle", () => {
    const error = new Error("one");
    error.cause = new Error("other", { cause: error });
    expect(JSON.stringify(bareError(error)).match(/"cause"/g)).toHaveLength(5);
  });
});

function parserFault(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
