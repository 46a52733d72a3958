import type { Bilingual } from "@neuadd/core";

interface FindingText {
  readonly severity: "fault" | "warning";
  readonly sentence: Bilingual;
  readonly remedy: Bilingual;
}

const RESTORE: Bilingual = {
  cy: "Adferwch y copi wrth gefn diwethaf sy'n gyfan (neuadd restore), a rhowch wybod am y nam i'r cynhalwyr.",
  en: "Restore the last sound backup (neuadd restore), and tell the maintainers of the fault.",
};

/** Everything that the doctor can find, and what to do about each. */
export const FINDING_TEXTS = {
  STORE_DAMAGED: {
    severity: "fault",
    sentence: {
      cy: "Mae ffeil y gronfa ddata wedi'i difrodi.",
      en: "The database file is damaged.",
    },
    remedy: {
      cy: "Stopiwch y gweinydd, cadwch y ffeil o'r neilltu ac adferwch y copi wrth gefn diwethaf (neuadd restore). Profwch y ddisg.",
      en: "Stop the server, put the file aside and restore the last backup (neuadd restore). Test the disk.",
    },
  },
  MIGRATIONS_PENDING: {
    severity: "fault",
    sentence: {
      cy: "Nid yw'r tablau yn y fersiwn gyfredol, felly ni edrychwyd ar y cyfriflyfrau.",
      en: "The tables are not of the present version, so that the ledgers were not looked at.",
    },
    remedy: {
      cy: "Gwnewch gopi wrth gefn, yna rhedwch neuadd migrate.",
      en: "Take a backup, then run neuadd migrate.",
    },
  },
  STORE_LATER: {
    severity: "fault",
    sentence: {
      cy: "Mae'r gronfa ddata o fersiwn ddiweddarach o Neuadd: ni chychwyna'r gweinydd hwn arni, ac ni edrychwyd ar y cyfriflyfrau.",
      en: "The database is of a later version of Neuadd: this server does not start on it, and the ledgers were not looked at.",
    },
    remedy: {
      cy: "Gosodwch y fersiwn o Neuadd a'i hysgrifennodd, neu un ddiweddarach; neu adferwch gopi wrth gefn o'r adeg cyn ei diweddaru (neuadd restore).",
      en: "Install the version of Neuadd that wrote it, or a later one; or restore a backup of before it was updated (neuadd restore).",
    },
  },
  PLUGIN_TABLES_LATER: {
    severity: "fault",
    sentence: {
      cy: "Mae tablau ategyn o fersiwn ddiweddarach ohono: ni chychwyna'r gweinydd gyda'r fersiwn hon.",
      en: "The tables of a plugin are of a later version of it: the server does not start with this one.",
    },
    remedy: {
      cy: "Gosodwch y fersiwn o'r ategyn a'u hysgrifennodd, neu un ddiweddarach. Hebddo, tynnwch ef o'r ffurfweddiad: erys ei dablau fel y maent.",
      en: "Install the version of the plugin that wrote them, or a later one. To do without it, take it out of the configuration: its tables stay as they are.",
    },
  },
  GUARD_MISSING: {
    severity: "fault",
    sentence: {
      cy: "Nid yw'r gronfa ddata ei hun yn gwrthod archebion sy'n gorgyffwrdd: mae ei gwarchodwr ar goll.",
      en: "The database itself does not refuse overlapping bookings: its guard is missing.",
    },
    remedy: {
      cy: "Rhywun a'i tynnodd. Adferwch gopi wrth gefn i gronfa newydd, neu symudwch bob ysgol iddi ag neuadd export a neuadd import.",
      en: "Somebody has removed it. Restore a backup into a new database, or move every school there with neuadd export and neuadd import.",
    },
  },
  DEFINITION_UNREADABLE: {
    severity: "fault",
    sentence: {
      cy: "Ni ellir darllen diffiniad yr ysgol.",
      en: "The school's definition can't be read.",
    },
    remedy: {
      cy: "Derbyniwch ffeil yr ysgol eto ag neuadd import.",
      en: "Take the school's file in again with neuadd import.",
    },
  },
  CLAIMS_OVERLAP: {
    severity: "fault",
    sentence: {
      cy: "Mae dau yn dal yr un lle ar yr un pryd.",
      en: "Two hold one place at one time.",
    },
    remedy: {
      cy: "Ffoniwch y ddau a chanslwch un ohonynt. Yna edrychwch a yw gwarchodwr y gronfa yn ei le.",
      en: "Telephone both and cancel one of them. Then see whether the database's guard is in place.",
    },
  },
  CLAIM_MISSING: {
    severity: "fault",
    sentence: {
      cy: "Nid yw dyddiad byw yn dal ei le, ac fe allai rhywun arall ei gael.",
      en: "A live date does not hold its place, and somebody else could get it.",
    },
    remedy: RESTORE,
  },
  CLAIM_STRAY: {
    severity: "fault",
    sentence: {
      cy: "Delir lle nad oes archeb na bloc yn ei ddefnyddio.",
      en: "A place is held that no booking and no block uses.",
    },
    remedy: RESTORE,
  },
  STATUS_IMPOSSIBLE: {
    severity: "fault",
    sentence: {
      cy: "Nid yw statws dyddiad yn un y gall ei archeb ei gael.",
      en: "A date has a status that its booking can't have.",
    },
    remedy: RESTORE,
  },
  EVENTS_GAP: {
    severity: "fault",
    sentence: {
      cy: "Mae bwlch yn nigwyddiadau'r ysgol, neu nid ydynt yn diweddu lle mae hi.",
      en: "The school's events have a gap, or don't end where the school is.",
    },
    remedy: RESTORE,
  },
  EVENTS_PERSONAL: {
    severity: "fault",
    sentence: {
      cy: "Mae digwyddiad yn cynnwys yr hyn a all fod yn ddata personol.",
      en: "An event holds what may be personal data.",
    },
    remedy: {
      cy: "Rhowch wybod i gynhalwyr yr ategyn, neu i rai Neuadd, pa fath o ddigwyddiad ydyw.",
      en: "Tell the maintainers of the plugin, or of Neuadd, which type of event it is.",
    },
  },
  DEAD_LETTERS: {
    severity: "warning",
    sentence: {
      cy: "Mae ategyn wedi methu'n derfynol â derbyn digwyddiadau.",
      en: "A plugin has failed for good to take events.",
    },
    remedy: {
      cy: "Gweler neuadd events dead; wedi mendio'r achos, neuadd events retry.",
      en: "See neuadd events dead; when the cause is mended, neuadd events retry.",
    },
  },
  LISTENER_BEHIND: {
    severity: "warning",
    sentence: {
      cy: "Mae digwyddiadau yn aros am ategyn ers dros awr.",
      en: "Events have waited for a plugin for over an hour.",
    },
    remedy: {
      cy: "Cychwynnwch y gweinydd os nad yw'n rhedeg; fel arall dywed ei gofnod pam y mae'r ategyn yn methu. Os tynnwyd yr ategyn o'r ffurfweddiad, nid oes dim i'w wneud.",
      en: "Start the server if it is not running; otherwise its log says why the plugin fails. If the plugin was taken out of the configuration, there is nothing to do.",
    },
  },
  JOBS_STALLED: {
    severity: "warning",
    sentence: {
      cy: "Nid yw gwaith cyson y gweinydd wedi rhedeg ers dros ddeuddydd.",
      en: "Recurring work of the server has not run for over two days.",
    },
    remedy: {
      cy: "Cychwynnwch y gweinydd; os yw'n rhedeg, dywed ei gofnod pam y mae'r gwaith yn methu.",
      en: "Start the server; if it is running, its log says why the work fails.",
    },
  },
  KEY_OWNER_UNKNOWN: {
    severity: "warning",
    sentence: {
      cy: "Mae allwedd ddilys yn perthyn i rywun nad yw yma.",
      en: "A valid key belongs to somebody who is not here.",
    },
    remedy: { cy: "Dirymwch hi ag neuadd keys revoke.", en: "Revoke it with neuadd keys revoke." },
  },
  KEY_OLD: {
    severity: "warning",
    sentence: {
      cy: "Mae allwedd heb ddyddiad dod i ben yn hŷn na dwy flynedd.",
      en: "A key that never expires is older than two years.",
    },
    remedy: {
      cy: "Gwnewch un newydd â --expires, a dirymwch yr hen un.",
      en: "Make a new one with --expires, and revoke the old one.",
    },
  },
  OPERATOR_KEYS: {
    severity: "warning",
    sentence: {
      cy: "Mae mwy na thair allwedd ddilys gan y gweithredwr.",
      en: "The operator has more than three valid keys.",
    },
    remedy: {
      cy: "Dirymwch y rhai nad oes eu hangen: mae pob un yn agor pob ysgol.",
      en: "Revoke those that nobody needs: each opens every school.",
    },
  },
  CLOCK_BACK: {
    severity: "fault",
    sentence: {
      cy: "Mae'r cloc y tu ôl i'r hyn a ddigwyddodd eisoes yn y cyfriflyfrau.",
      en: "The clock is behind what has already happened in the ledgers.",
    },
    remedy: {
      cy: "Gosodwch gloc y peiriant (NTP). Os gosodwyd NEUADD_CLOCK, arddangosiad yw hwn.",
      en: "Set the machine's clock (NTP). If NEUADD_CLOCK is set, this is a demonstration.",
    },
  },
  CLOCK_DEMONSTRATION: {
    severity: "warning",
    sentence: {
      cy: "Cloc arddangos sydd yma, nid cloc y peiriant.",
      en: "The clock is a demonstration's, not the machine's.",
    },
    remedy: {
      cy: "I ysgolion go iawn, gadewch NEUADD_CLOCK heb ei osod.",
      en: "For real schools, leave NEUADD_CLOCK unset.",
    },
  },
  CLOCKS_DIFFER: {
    severity: "warning",
    sentence: {
      cy: "Mae cloc y peiriant a chloc y gronfa ddata yn anghytuno o fwy na phum eiliad.",
      en: "The clocks of this machine and of the database differ by more than five seconds.",
    },
    remedy: {
      cy: "Gosodwch NTP ar y ddau.",
      en: "Set NTP up on both.",
    },
  },
  DISK_LOW: {
    severity: "warning",
    sentence: {
      cy: "Nid oes digon o le ar y ddisg i gopi wrth gefn, neu mae llai nag 1 GB yn rhydd.",
      en: "The disk has no room for a backup, or less than 1 GB is free.",
    },
    remedy: {
      cy: "Gwnewch le, neu symudwch y cyfeiriadur data i ddisg fwy.",
      en: "Make room, or move the data directory to a larger disk.",
    },
  },
  FILE_OPEN_TO_OTHERS: {
    severity: "warning",
    sentence: {
      cy: "Gall defnyddwyr eraill y peiriant ddarllen ffeil y gronfa ddata.",
      en: "Other users of this machine can read the database file.",
    },
    remedy: { cy: "chmod 600 ar y ffeil.", en: "chmod 600 on the file." },
  },
  DURABILITY_OFF: {
    severity: "fault",
    sentence: {
      cy: "Mae PostgreSQL yn ateb cyn bod y data ar y ddisg.",
      en: "PostgreSQL answers before data is on the disk.",
    },
    remedy: {
      cy: "Gosodwch fsync, full_page_writes a synchronous_commit i on.",
      en: "Set fsync, full_page_writes and synchronous_commit to on.",
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type FindingCode = keyof typeof FINDING_TEXTS;
