import { describe, expect, it } from "vitest";
import { createListing, pageQuery } from "./listing.ts";

/** A list of numbers in pages, and the cursors that were asked with. */
function numbers(...pages: readonly (readonly number[])[]) {
  const asked: (string | undefined)[] = [];
  const listing = createListing("cursor", async (cursor) => {
    asked.push(cursor);
    const index = Number(cursor ?? 0);
    const headers = new Headers();
    if (index + 1 < pages.length) headers.set("link", `</list?cursor=${index + 1}>; rel="next"`);
    return { body: { items: pages[index] ?? [], page: index }, headers };
  });
  return { listing, asked };
}

describe("a listing", () => {
  it("gives the items of all pages, in order", async () => {
    expect(await numbers([1, 2], [3], [], [4]).listing.all()).toEqual([1, 2, 3, 4]);
  });

  it("asks for a page only when it is needed", async () => {
    const { listing, asked } = numbers([1, 2], [3]);
    for await (const item of listing) {
      if (item === 2) break;
    }
    expect(asked).toEqual([undefined]);
  });

  it("gives the pages themselves, with what else they hold", async () => {
    const pages: unknown[] = [];
    for await (const page of numbers([1], [2]).listing.pages()) pages.push(page);
    expect(pages).toEqual([
      { items: [1], page: 0 },
      { items: [2], page: 1 },
    ]);
  });

  it("starts anew each time it is gone through", async () => {
    const { listing } = numbers([1], [2]);
    expect([await listing.all(), await listing.all()]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("asks for nothing until it is gone through", () => {
    expect(numbers([1]).asked).toEqual([]);
  });

  it("ends in an error when a page names itself as the next one", async () => {
    const headers = new Headers({ link: '</list?cursor=1>; rel="next"' });
    const listing = createListing("cursor", async () => ({ body: { items: [1] }, headers }));
    await expect(listing.all()).rejects.toMatchObject({ code: "ANSWER_UNREADABLE" });
  });
});

describe("the query for a page", () => {
  it("has the filters, the size by the server's name for it, and the cursor", () => {
    expect(pageQuery({ status: "approved", pageSize: 20 }, "c")).toEqual({
      status: "approved",
      limit: 20,
      cursor: "c",
    });
  });

  it("holds nothing that was not given", () => {
    expect(pageQuery({}, undefined)).toEqual({});
  });
});
