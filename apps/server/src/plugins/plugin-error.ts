import type { Bilingual } from "@neuadd/core";

/** Every fault of a plugin, or of the way plugins are put together, by its stable code. */
export const PLUGIN_ERRORS = {
  PLUGIN_ID_INVALID: "A plugin's id is not of the form that its routes and tables need.",
  PLUGIN_ID_RESERVED: "A plugin's tables would be named as the server's own.",
  PLUGIN_ID_TAKEN: "Two plugins have the same id, or one's table names begin as the other's.",
  PLUGIN_REQUIRED_MISSING: "A plugin requires another that is not configured.",
  PLUGIN_REQUIREMENTS_CIRCULAR: "Plugins require each other in a circle.",
  PLUGIN_MIGRATION_FAILED: "A migration of a plugin failed.",
  PLUGIN_SETUP_FAILED: "A plugin could not be set up.",
  PLUGIN_PARTS_INVALID: "What a plugin adds is not of the shape of the contract.",
  PLUGIN_NOT_REQUIRED: "A plugin asked for the api of one that it does not name in `requires`.",
  TABLE_NOT_OWN: "A plugin's statement names a table that is not its own.",
  RAW_SQL_REFUSED: "A plugin's statement holds SQL text, whose tables can't be checked.",
  WRITE_REFUSED: "A plugin's statement would write where it may only read.",
  TRANSACTION_TOO_LONG: "A plugin's transaction was rolled back because it took too long.",
  PERSONAL_DATA_FAILED: "What a plugin holds about people could not be given out or erased.",
  PAGE_FAILED: "A page of a plugin could not be rendered.",
} as const;

export type PluginErrorCode = keyof typeof PLUGIN_ERRORS;

/** A fault of a plugin. `sentence` says what, of which plugin, and what to do; `message` is its English. */
export class PluginError extends Error {
  override readonly name = "PluginError";
  readonly code: PluginErrorCode;
  readonly plugin: string;
  readonly sentence: Bilingual;

  constructor(code: PluginErrorCode, plugin: string, sentence: Bilingual, options?: ErrorOptions) {
    super(sentence.en, options);
    this.code = code;
    this.plugin = plugin;
    this.sentence = sentence;
  }
}
