import { html } from "hono/html";
import type { RenderedHtml } from "./desk-page.ts";

/** What stands in a cell. Text is escaped; what the `html` tag of hono/html gave, or a form of the page, stands as it is. */
export type DataCell = string | number | RenderedHtml;

/** A row: what its heading says, which is what the row is about, then a cell for each column after the first. */
export type DataRow = readonly [heading: DataCell, ...cells: DataCell[]];

/** Rows that belong together, under a title across the whole table. */
export interface DataGroup {
  readonly title: string;
  readonly rows: readonly DataRow[];
}

/** The titles of the columns, and either rows or groups of them. */
export type DataTable = { readonly columns: readonly string[] } & (
  { readonly rows: readonly DataRow[] } | { readonly groups: readonly DataGroup[] }
);

/** From so many columns on, a narrow screen shows each row as a list of its cells, each with the title of its column. */
const STACKED_COLUMNS = 3;

/**
 * A table of a page, as the server's own are: its columns, its rows and its groups have headings that assistive technology
 * reads out with each cell. On a telephone, rows of three cells and more stand as lists. Where there may be no rows, say so in words instead: a table without any is still a table.
 *
 * @example
 * ```ts
 * import { dataTable } from "@neuadd/plugin-kit";
 *
 * const table = dataTable({
 *   columns: ["Space", "Price"],
 *   rows: [["Main hall", "£25.00"]],
 * });
 * String(table).includes('<th scope="row">Main hall</th>'); //=> true
 * ```
 */
export function dataTable(table: DataTable): RenderedHtml {
  const { columns } = table;
  const bodies =
    "rows" in table
      ? [tableBody(columns, table.rows)]
      : table.groups.map(({ title, rows }) => tableBody(columns, rows, title));
  return html`
    <table${isStacked(columns) ? html` class="stacked"` : ""}>
      <thead>
        <tr>
          ${columns.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      ${bodies}
    </table>
  `;
}

function tableBody(
  columns: readonly string[],
  rows: readonly DataRow[],
  group?: string,
): RenderedHtml {
  return html`
    <tbody>
      ${
        group === undefined
          ? ""
          : html`<tr>
              <th scope="rowgroup" colspan="${columns.length}">${group}</th>
            </tr>`
      }
      ${rows.map(
        ([heading, ...cells]) => html`
          <tr>
            <th scope="row">${heading}</th>
            ${cells.map((cell, index) => tableCell(cell, columns, index + 1))}
          </tr>
        `,
      )}
    </tbody>
  `;
}

function tableCell(cell: DataCell, columns: readonly string[], index: number): RenderedHtml {
  const title = columns[index] ?? "";
  if (!isStacked(columns) || title === "") return html`<td>${cell}</td>`;
  return html`<td data-title="${title}">${cell}</td>`;
}

function isStacked(columns: readonly string[]): boolean {
  return columns.length >= STACKED_COLUMNS;
}
