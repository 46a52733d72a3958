import { PluginProblem } from "@neuadd/plugin-kit";

export function linkUnknown(): PluginProblem {
  return new PluginProblem("calendar-feed/LINK_UNKNOWN", 404, {
    title: { cy: "Nid oes dolen o'r fath", en: "There is no such link" },
    detail: {
      cy: "Efallai ei bod wedi'i dileu. Gofynnwch am un newydd.",
      en: "It may have been removed. Ask for a new one.",
    },
  });
}

export function tooManyLinks(limit: number): PluginProblem {
  return new PluginProblem(
    "calendar-feed/TOO_MANY_LINKS",
    409,
    {
      title: { cy: "Mae gormod o ddolenni", en: "There are too many links" },
      detail: {
        cy: `Gellir cael ${limit} ar y mwyaf. Dilëwch un nad oes ei hangen.`,
        en: `There can be ${limit} at most. Remove one that is not needed.`,
      },
    },
    { limit },
  );
}

export function spaceUnknown(): PluginProblem {
  return new PluginProblem("calendar-feed/SPACE_UNKNOWN", 404, {
    title: { cy: "Nid oes lle o'r fath gan yr ysgol", en: "The school has no such space" },
    detail: {
      cy: "Darllenwch leoedd yr ysgol i weld pa rai sydd ganddi.",
      en: "Read the spaces of the school to see which it has.",
    },
  });
}

export function subscriptionUnknown(): PluginProblem {
  return new PluginProblem("calendar-feed/SUBSCRIPTION_UNKNOWN", 404, {
    title: { cy: "Nid oes tanysgrifiad o'r fath", en: "There is no such subscription" },
    detail: {
      cy: "Darllenwch danysgrifiadau'r ysgol i weld pa rai sydd ganddi.",
      en: "Read the subscriptions of the school to see which it has.",
    },
  });
}

export function tooManySubscriptions(limit: number): PluginProblem {
  return new PluginProblem(
    "calendar-feed/TOO_MANY_SUBSCRIPTIONS",
    409,
    {
      title: { cy: "Mae gormod o danysgrifiadau", en: "There are too many subscriptions" },
      detail: {
        cy: `Gall ysgol gael ${limit} ar y mwyaf. Dilëwch un nad oes ei angen.`,
        en: `A school can have ${limit} at most. Remove one that is not needed.`,
      },
    },
    { limit },
  );
}

export function urlRefused(): PluginProblem {
  return new PluginProblem("calendar-feed/URL_REFUSED", 422, {
    title: { cy: "Ni ellir darllen y cyfeiriad hwn", en: "This address can't be read" },
    detail: {
      cy: "Rhowch gyfeiriad cyfan sy'n dechrau â https:// neu webcal://, heb enw na chyfrinair ynddo.",
      en: "Give a whole address that begins with https:// or webcal://, without a name or password in it.",
    },
  });
}
