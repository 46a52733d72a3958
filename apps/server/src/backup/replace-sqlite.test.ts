import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replaceSqlite } from "./replace-sqlite.ts";

let directory: string;
let file: string;
let replacement: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-replace-"));
  file = join(directory, "neuadd.sqlite");
  replacement = join(directory, "neuadd.sqlite.restoring");
});

afterEach(() => rmSync(directory, { recursive: true }));

function write(path: string, name: string, mode: "wal" | "delete"): void {
  const database = new BetterSqlite3(path);
  database.pragma(`journal_mode = ${mode}`);
  database.exec("create table schools (name text)");
  database.prepare("insert into schools values (?)").run(name);
  database.close();
}

function read(path: string): unknown {
  const database = new BetterSqlite3(path, { readonly: true });
  try {
    return database.prepare("select name from schools").pluck().all();
  } finally {
    database.close();
  }
}

describe("a database that takes another's place", () => {
  it("leaves the old one beside it, and nothing else", async () => {
    write(file, "old", "wal");
    write(replacement, "new", "delete");
    const kept = `${file}.before-restore`;
    write(kept, "older", "delete");
    expect(await replaceSqlite(file, replacement)).toEqual({ kept });
    expect([read(file), read(kept)]).toEqual([["new"], ["old"]]);
    expect(readdirSync(directory).toSorted()).toEqual([
      "neuadd.sqlite",
      "neuadd.sqlite.before-restore",
    ]);
  });

  it("is not there when the old one is in use, and the old one is as it was", async () => {
    write(file, "old", "wal");
    write(replacement, "new", "delete");
    const user = new BetterSqlite3(file);
    expect(user.prepare("select name from schools").pluck().all()).toEqual(["old"]);
    expect(await replaceSqlite(file, replacement)).toBe("inUse");
    user.close();
    expect([read(file), read(replacement)]).toEqual([["old"], ["new"]]);
  });

  it("leaves the old one in its place when the new one can't be moved there", async () => {
    write(file, "old", "wal");
    // Found out last of all: nothing else can take the place of a file.
    mkdirSync(replacement);
    await expect(replaceSqlite(file, replacement)).rejects.toThrow("ENOTDIR");
    expect(read(file)).toEqual(["old"]);
  });

  it("is safe from a process that had opened the old file, and looks into it afterwards", async () => {
    write(file, "old", "wal");
    write(replacement, "new", "delete");
    const late = new BetterSqlite3(file);
    await replaceSqlite(file, replacement);
    expect(() => {
      late.pragma("journal_mode = wal");
      late.prepare("insert into schools values (?)").run("late");
    }).toThrow("readonly");
    late.close();
    expect(read(file)).toEqual(["new"]);
  });

  it("takes nothing of a damaged one into it, and keeps that as it is", async () => {
    writeFileSync(file, "Annwyl bawb");
    writeFileSync(`${file}-wal`, "frames");
    write(replacement, "new", "delete");
    const kept = `${file}.before-restore`;
    expect(await replaceSqlite(file, replacement)).toEqual({ kept });
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect([read(file), readFileSync(kept, "utf8")]).toEqual([["new"], "Annwyl bawb"]);
  });

  it("goes where there was none, without companions of one that is gone", async () => {
    writeFileSync(`${file}-wal`, "frames");
    write(replacement, "new", "delete");
    expect(await replaceSqlite(file, replacement)).toEqual({ kept: undefined });
    expect(read(file)).toEqual(["new"]);
    expect(readdirSync(directory)).toEqual(["neuadd.sqlite"]);
  });
});
