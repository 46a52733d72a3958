import { describe, expect, it } from "vitest";
import { nextPageParameter } from "./link-header.ts";

function linked(link: string): Headers {
  return new Headers({ link });
}

describe("the link to the next page", () => {
  it("gives the parameter of its address, decoded", () => {
    const headers = linked('</v1/schools/a/bookings?limit=2&cursor=a%3Db%26c>; rel="next"');
    expect(nextPageParameter(headers, "cursor")).toBe("a=b&c");
  });

  it("is found among others, quoted or not", () => {
    const headers = linked('</a?cursor=1>; rel="prev", </a?cursor=2>; title="on"; rel=next');
    expect(nextPageParameter(headers, "cursor")).toBe("2");
  });

  it("gives only the parameter, wherever it leads", () => {
    const headers = linked('<https://elsewhere.example/steal?cursor=7>; rel="next"');
    expect(nextPageParameter(headers, "cursor")).toBe("7");
  });

  it.each(['</a?cursor=1>; rel="prev"', "</a>; rel=next", "nonsense"])(
    "is absent from %s",
    (link) => {
      expect(nextPageParameter(linked(link), "cursor")).toBeUndefined();
    },
  );

  it("is absent without the header", () => {
    expect(nextPageParameter(new Headers(), "cursor")).toBeUndefined();
  });
});
