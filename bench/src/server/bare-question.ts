import pg from "pg";

/** Asks a database whether an answer about a school still holds: the driver alone, one row by its key. */
export type BareQuestion = (school: string) => Promise<number>;

/** Undefined without a database. */
export function bareQuestion(connectionString: string | undefined): BareQuestion | undefined {
  if (connectionString === undefined) return undefined;
  const pool = new pg.Pool({ connectionString, max: 10 });
  return async (school) => {
    const { rows } = await pool.query<{ revision: string }>(
      "select revision from schools where school_id = $1",
      [school],
    );
    return Number(rows[0]?.revision);
  };
}
