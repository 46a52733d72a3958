import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../config/config-error.ts";
import { makeSqliteFile } from "./make-sqlite-file.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-file-"));
});

afterEach(() => {
  chmodSync(directory, 0o700);
  rmSync(directory, { recursive: true });
});

function refusal(file: string): ConfigError {
  try {
    makeSqliteFile(file);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

const NOBODY = 65_534;

/** Root may write wherever anybody may: it does the work as somebody who may not. */
function asNobody<Result>(work: () => Result): Result {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

/** One that not even root may write to, where root runs the tests. */
function readOnlyFile(): string {
  if (process.geteuid?.() === 0) return "/proc/sys/kernel/ostype";
  const file = join(directory, "neuadd.sqlite");
  writeFileSync(file, "", { mode: 0o400 });
  return file;
}

describe("makeSqliteFile", () => {
  it("makes what is not there for its owner alone, and leaves what is there as it is", () => {
    const file = join(directory, "deep", "er", "neuadd.sqlite");
    makeSqliteFile(file);
    expect(statSync(join(directory, "deep")).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, "kept");
    makeSqliteFile(file);
    expect(statSync(file).size).toBe(4);
  });

  it.each(["file", join("file", "below")])(
    "says in both languages that a file is where a directory has to be: %s",
    (name) => {
      writeFileSync(join(directory, "file"), "");
      const { code, sentence } = refusal(join(directory, name, "neuadd.sqlite"));
      expect(code).toBe("DATA_DIRECTORY_UNUSABLE");
      expect(sentence.en).toContain(
        `Data can't be kept in ${join(directory, name)}: part of the path is a file`,
      );
      expect(sentence.cy).toContain("ffeil, nid cyfeiriadur, yw rhan o'r llwybr");
      expect(sentence.en).toContain("NEUADD_DATA");
    },
  );

  it.runIf(existsSync("/proc/self")).each(["/proc", "/proc/neuadd", "/proc/neuadd/deeper"])(
    "ends at once where nothing can be made: %s",
    (place) => {
      expect(refusal(join(place, "neuadd.sqlite")).sentence.en).toContain(
        `Data can't be kept in /proc`,
      );
    },
  );

  it("says that it may not write into the directory", () => {
    const file = join(directory, "neuadd.sqlite");
    chmodSync(directory, 0o555);
    expect(asNobody(() => refusal(file)).sentence.en).toContain(
      `kept in ${directory}: this program may not write there`,
    );
    const deep = join(directory, "deep", "neuadd.sqlite");
    expect(asNobody(() => refusal(deep)).sentence.en).toContain(
      `kept in ${join(directory, "deep")}: this program may not write there`,
    );
  });

  it("says that it may not write into a file that is there", () => {
    const file = readOnlyFile();
    expect(refusal(file).sentence.en).toContain(
      `kept in ${file}: this program may not write there`,
    );
  });
});
