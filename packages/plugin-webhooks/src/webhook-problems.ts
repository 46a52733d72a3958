import { PluginProblem } from "@neuadd/plugin-kit";

export function endpointUnknown(): PluginProblem {
  return new PluginProblem("webhooks/ENDPOINT_UNKNOWN", 404, {
    title: { cy: "Nid oes derbynnydd o'r fath", en: "There is no such endpoint" },
    detail: {
      cy: "Darllenwch dderbynyddion yr ysgol i weld pa rai sydd ganddi.",
      en: "Read the endpoints of the school to see which it has.",
    },
  });
}

export function deliveryUnknown(): PluginProblem {
  return new PluginProblem("webhooks/DELIVERY_UNKNOWN", 404, {
    title: { cy: "Nid oes neges o'r fath", en: "There is no such message" },
    detail: {
      cy: "Darllenwch negeseuon y derbynnydd. Cedwir y rhai a gyrhaeddodd am fis.",
      en: "Read the deliveries of the endpoint. Those that arrived are kept for a month.",
    },
  });
}

export function urlRefused(): PluginProblem {
  return new PluginProblem("webhooks/URL_REFUSED", 422, {
    title: { cy: "Ni ellir anfon i'r cyfeiriad hwn", en: "Nothing can be sent to this address" },
    detail: {
      cy: "Rhowch gyfeiriad cyfan sy'n dechrau â https://, heb enw na chyfrinair ynddo.",
      en: "Give a whole address that begins with https://, without a name or password in it.",
    },
  });
}

export function addressRefused(): PluginProblem {
  return new PluginProblem("webhooks/ADDRESS_REFUSED", 422, {
    title: {
      cy: "Nid yw'r cyfeiriad ar y rhyngrwyd cyhoeddus",
      en: "The address is not on the public internet",
    },
    detail: {
      cy: "Rhowch gyfeiriad cyhoeddus, neu gofynnwch i'r gweithredwr ganiatáu'r un hwn.",
      en: "Give a public address, or ask the operator to allow this one.",
    },
  });
}

export function tooManyEndpoints(limit: number): PluginProblem {
  return new PluginProblem(
    "webhooks/TOO_MANY_ENDPOINTS",
    409,
    {
      title: {
        cy: "Mae gan yr ysgol ormod o dderbynyddion",
        en: "The school has too many endpoints",
      },
      detail: {
        cy: `Gall ysgol gael ${limit} ar y mwyaf. Dilëwch un nad oes ei angen.`,
        en: `A school can have ${limit} at most. Remove one that is not needed.`,
      },
    },
    { limit },
  );
}

export function endpointOff(): PluginProblem {
  return new PluginProblem("webhooks/ENDPOINT_OFF", 409, {
    title: { cy: "Mae'r derbynnydd wedi'i ddiffodd", en: "The endpoint is switched off" },
    detail: {
      cy: "Trowch ef ymlaen cyn anfon unrhyw beth ato.",
      en: "Switch it on before anything is sent to it.",
    },
  });
}
