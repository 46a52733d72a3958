import type { Bilingual } from "@neuadd/core";

/** What the help says, by what it is about. */
export const COMMAND_TEXTS = {
  program: {
    en: "The Neuadd server: bookings of school premises, in Welsh and English.",
    cy: "Gweinydd Neuadd: archebu safleoedd ysgol, yn Gymraeg ac yn Saesneg.",
  },
  start: {
    en: "Start the server, and run until told to stop.",
    cy: "Cychwyn y gweinydd, a rhedeg nes cael gorchymyn i stopio.",
  },
  init: {
    en: "Write neuadd.config.ts with every setting explained. Overwrites nothing.",
    cy: "Ysgrifennu neuadd.config.ts gydag esboniad o bob gosodiad. Nid yw'n trosysgrifo dim.",
  },
  migrate: {
    en: "Bring the tables of the server and its plugins to the present version.",
    cy: "Dod â thablau'r gweinydd a'i ategion i'r fersiwn gyfredol.",
  },
  import: {
    en: "Take a school in from a JSON or YAML file, or change it to what the file says; or take a whole one in from an archive (.jsonl).",
    cy: "Derbyn ysgol o ffeil JSON neu YAML, neu ei newid i'r hyn a ddywed y ffeil; neu dderbyn un gyfan o archif (.jsonl).",
  },
  backup: {
    en: "Copy the database of all schools into a new file, while the server runs.",
    cy: "Copïo cronfa ddata pob ysgol i ffeil newydd, tra bo'r gweinydd yn rhedeg.",
  },
  restore: {
    en: "Put a backup in the place of the database, once the doctor has examined it.",
    cy: "Rhoi copi wrth gefn yn lle'r gronfa ddata, wedi i'r meddyg ei archwilio.",
  },
  export: {
    en: "Write one whole school, with its bookings, into a new archive (.jsonl).",
    cy: "Ysgrifennu un ysgol gyfan, gyda'i harchebion, i archif newydd (.jsonl).",
  },
  remove: {
    en: "Take a school out of this database that has been moved, by its archive (.jsonl).",
    cy: "Tynnu ysgol a symudwyd o'r gronfa ddata hon, yn ôl ei harchif (.jsonl).",
  },
  doctor: {
    en: "Examine the database, and say what is wrong and what to do. Changes nothing.",
    cy: "Archwilio'r gronfa ddata, a dweud beth sydd o'i le a beth i'w wneud. Nid yw'n newid dim.",
  },
  people: {
    en: "Give out or erase what is held about people.",
    cy: "Rhoi neu ddileu'r hyn a ddelir am bobl.",
  },
  peopleExport: {
    en: "Write what is held of a hirer or a person into a new JSON file.",
    cy: "Ysgrifennu'r hyn a ddelir am logwr neu berson i ffeil JSON newydd.",
  },
  peopleErase: {
    en: "Erase a hirer or a person for good. Bookings stay, names go.",
    cy: "Dileu llogwr neu berson am byth. Mae'r archebion yn aros, a'r enwau'n mynd.",
  },
  hirer: { en: "the id of a hirer, such as hir_…", cy: "dynodydd llogwr, megis hir_…" },
  email: { en: "the e-mail address of a person", cy: "cyfeiriad e-bost person" },
  yes: { en: "do it, though it can't be undone", cy: "ei wneud, er na ellir ei ddadwneud" },
  newFile: {
    en: "the file to write; it must not exist",
    cy: "y ffeil i'w hysgrifennu; rhaid iddi beidio â bod yno",
  },
  archive: {
    en: "the archive that was taken in at the new place",
    cy: "yr archif a dderbyniwyd yn y lle newydd",
  },
  backupFile: { en: "a file that neuadd backup wrote", cy: "ffeil a ysgrifennodd neuadd backup" },
  force: {
    en: "replace the database that is there; it is kept beside the new one",
    cy: "disodli'r gronfa ddata sydd yno; fe'i cedwir wrth ochr yr un newydd",
  },
  school: { en: "the id of the school", cy: "dynodydd yr ysgol" },
  events: {
    en: "List the events that plugins could not take, and have them handed over again.",
    cy: "Rhestru'r digwyddiadau na allai ategion eu derbyn, a pheri eu trosglwyddo eto.",
  },
  eventsDead: {
    en: "List the events that plugins could not take, with what they said.",
    cy: "Rhestru'r digwyddiadau na allai ategion eu derbyn, gyda'r hyn a ddywedasant.",
  },
  eventsRetry: {
    en: "Have those events handed over again: all, or those of a school or plugin.",
    cy: "Peri trosglwyddo'r digwyddiadau hynny eto: y cyfan, neu rai ysgol neu ategyn.",
  },
  ofSchool: { en: "only those of this school", cy: "dim ond rhai'r ysgol hon" },
  ofPlugin: { en: "only those of this plugin", cy: "dim ond rhai'r ategyn hwn" },
  keys: { en: "Create, list and revoke API keys.", cy: "Creu, rhestru a dirymu allweddi API." },
  keysCreate: {
    en: "Create a key. It is printed once and can't be had again.",
    cy: "Creu allwedd. Fe'i hargreffir unwaith ac ni ellir ei chael eto.",
  },
  keysList: {
    en: "List all keys, without their secrets.",
    cy: "Rhestru pob allwedd, heb eu cyfrinachau.",
  },
  keysRevoke: { en: "Revoke a key for good.", cy: "Dirymu allwedd am byth." },
  distributed: {
    en: "then spread the tables over the nodes of Citus, by school",
    cy: "yna gwasgaru'r tablau dros nodau Citus, fesul ysgol",
  },
  file: { en: "the school's file, or an archive", cy: "ffeil yr ysgol, neu archif" },
  without: {
    en: "leave out what this plugin keeps in an archive; may be given again",
    cy: "hepgor yr hyn y mae'r ategyn hwn yn ei gadw mewn archif; gellir ei roi eto",
  },
  keyId: { en: "the id of the key, such as key_…", cy: "dynodydd yr allwedd, megis key_…" },
  config: {
    en: "the configuration file (otherwise neuadd.config.ts, .js or .mjs, where there is one)",
    cy: "y ffeil ffurfweddu (fel arall neuadd.config.ts, .js neu .mjs, os oes un)",
  },
  data: { en: "the directory that holds the data", cy: "y cyfeiriadur sy'n dal y data" },
  port: {
    en: "the port to listen on; 0 takes any",
    cy: "y porth i wrando arno; mae 0 yn cymryd unrhyw un",
  },
  kind: {
    en: "whose key: hirer, school, authority or operator",
    cy: "allwedd pwy: hirer (llogwr), school (ysgol), authority (awdurdod) neu operator (gweithredwr)",
  },
  owner: {
    en: "the id of that hirer, school or authority",
    cy: "dynodydd y llogwr, yr ysgol neu'r awdurdod hwnnw",
  },
  label: { en: "what the key is for", cy: "i beth y mae'r allwedd" },
  scopes: {
    en: "what it may do, separated by commas (otherwise all that its kind may)",
    cy: "yr hyn y caiff ei wneud, wedi'i wahanu ag atalnodau (fel arall popeth y caiff ei math)",
  },
  expires: {
    en: "when it expires: a date, which counts to its end, or an instant",
    cy: "pryd y daw i ben: dyddiad, sy'n cyfrif hyd ei ddiwedd, neu ennyd",
  },
  json: { en: "print JSON", cy: "argraffu JSON" },
  lang: {
    en: "the language to speak: cy or en (otherwise that of the locale)",
    cy: "yr iaith i'w siarad: cy neu en (fel arall iaith y locale)",
  },
  help: { en: "show this help", cy: "dangos y cymorth hwn" },
  version: { en: "show the version", cy: "dangos y fersiwn" },
  exitCodes: {
    en: "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 wrong configuration, file or value.",
    cy: "Codau gorffen: 0 wedi'i wneud, 1 wedi methu, 2 llinell orchymyn anghywir, 3 ffurfweddiad, ffeil neu werth anghywir.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The headings and place-holders of the help, in Welsh; commander writes them in English by itself. */
export const HELP_HEADINGS_CY: Readonly<Record<string, string>> = {
  "Usage:": "Defnydd:",
  "Arguments:": "Dadleuon:",
  "Options:": "Dewisiadau:",
  "Global Options:": "Dewisiadau cyffredinol:",
  "Commands:": "Gorchmynion:",
};
