import { html } from "hono/html";
import { describe, expect, it } from "vitest";
import { type DataTable, dataTable } from "./data-table.ts";

/** The markup without the space between its elements. */
function markup(table: DataTable): string {
  return String(dataTable(table)).replaceAll(/\s*\n\s*/g, "");
}

describe("a table of a page", () => {
  it("has headings for its columns, and one for each row: its first cell", () => {
    expect(
      markup({
        columns: ["Lle", "Pris", "Dyddiadau"],
        rows: [
          ["Prif neuadd", "£25.00", 3],
          ["Ystafell TG", "£10.00", 0],
        ],
      }),
    ).toBe(
      '<table class="stacked"><thead><tr><th scope="col">Lle</th><th scope="col">Pris</th><th scope="col">Dyddiadau</th></tr></thead>' +
        '<tbody><tr><th scope="row">Prif neuadd</th><td data-title="Pris">£25.00</td><td data-title="Dyddiadau">3</td></tr>' +
        '<tr><th scope="row">Ystafell TG</th><td data-title="Pris">£10.00</td><td data-title="Dyddiadau">0</td></tr></tbody></table>',
    );
  });

  it("tells each cell its column where a narrow screen shows the row as a list, but for a column without a title", () => {
    const rows = [["Hall", "£25.00", "Send"]] as const;
    expect(markup({ columns: ["What", "<Price>", ""], rows })).toContain(
      '<td data-title="&lt;Price&gt;">£25.00</td><td>Send</td>',
    );
  });

  it("has a body for each group, whose title stands across all columns", () => {
    expect(
      markup({
        columns: ["What", "Price"],
        groups: [
          { title: "Hire", rows: [["Hall", "£25.00"]] },
          { title: "Fees", rows: [["Season", "£15.00"]] },
        ],
      }),
    ).toBe(
      '<table><thead><tr><th scope="col">What</th><th scope="col">Price</th></tr></thead>' +
        '<tbody><tr><th scope="rowgroup" colspan="2">Hire</th></tr><tr><th scope="row">Hall</th><td>£25.00</td></tr></tbody>' +
        '<tbody><tr><th scope="rowgroup" colspan="2">Fees</th></tr><tr><th scope="row">Season</th><td>£15.00</td></tr></tbody></table>',
    );
  });

  it("escapes text wherever it stands, and leaves markup as it is", () => {
    const text = markup({
      columns: ["<b>"],
      groups: [{ title: "<i>", rows: [["<u>", "<s>", html`<code>${"<a>"}</code>`]] }],
    });
    expect(text).not.toMatch(/<[bisua]>/);
    expect(text).toContain("<td><code>&lt;a&gt;</code></td>");
    for (const name of ["b", "i", "u", "s"]) expect(text).toContain(`>&lt;${name}&gt;</t`);
  });
});
