/** Both engines bind tens of thousands of values to a statement, but not without end. */
const ROWS_PER_STATEMENT = 500;

/** Splits rows, or values of a list, into as many as one statement takes. No rows: no batch. */
export function inBatches<Row>(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = [];
  for (let first = 0; first < rows.length; first += ROWS_PER_STATEMENT) {
    batches.push(rows.slice(first, first + ROWS_PER_STATEMENT));
  }
  return batches;
}
