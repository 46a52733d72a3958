/** Where the data is kept: in one SQLite file, or in a PostgreSQL database. */
export type StoreSetting = SqliteSetting | PostgresSetting;

export interface SqliteSetting {
  /** The path of a file, which is made when it is not there, or `:memory:`. */
  readonly sqlite: string;
  readonly postgres?: undefined;
}

export interface PostgresSetting {
  /** `postgres://user:password@host/database`, PostgreSQL 15 or later, with parameters such as `?sslmode=verify-full`. */
  readonly postgres: string;
  /** Connections that each server process holds at most. Default 10. */
  readonly connections?: number;
  readonly sqlite?: undefined;
}

/** Whether text can be the address of a PostgreSQL database. */
export function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text);
}
