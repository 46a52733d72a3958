import { describe, expect, it } from "vitest";
import { welshArticle, welshOrdinal, welshYears } from "./welsh-number.ts";

describe("Welsh ordinals in digits", () => {
  it("end as their words do, with the article that the words take", () => {
    const said = [
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 28, 30, 31,
    ].map((value) => `${welshArticle(value)} ${welshOrdinal(value)}`);
    expect(said).toEqual(
      (
        "y 1af,yr 2il,y 3ydd,y 4ydd,y 5ed,y 6ed,y 7fed,yr 8fed,y 9fed,y 10fed,yr 11eg,y 12fed,y 13eg,y 14eg," +
        "y 15fed,yr 16eg,yr 17eg,y 18fed,y 19eg,yr 20fed,yr 21ain,yr 22ain,yr 28ain,y 30ain,yr 31ain"
      ).split(","),
    );
  });

  it("go on to the weeks of a year and beyond", () => {
    const said = [40, 41, 50, 53, 100, 366].map(
      (value) => `${welshArticle(value)} ${welshOrdinal(value)}`,
    );
    expect(said).toEqual(["y 40fed", "yr 41ain", "yr 50fed", "y 53ain", "y 100fed", "y 366fed"]);
  });
});

describe("Welsh years", () => {
  it("mutate after their number", () => {
    const said = [3, 4, 5, 6, 7, 10, 12, 13, 20, 22, 25].map(
      (value) => `${value} ${welshYears(value)}`,
    );
    expect(said).toEqual(
      "3 blynedd,4 blynedd,5 mlynedd,6 blynedd,7 mlynedd,10 mlynedd,12 mlynedd,13 mlynedd,20 mlynedd,22 flynedd,25 mlynedd".split(
        ",",
      ),
    );
  });
});
