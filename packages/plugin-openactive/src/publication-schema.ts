import { z } from "@hono/zod-openapi";
import { oneLineSchema } from "@neuadd/core";

const text = oneLineSchema(200);
const pence = z.int().min(0).max(1_000_000);
const url = z.url({ protocol: /^https?$/ }).max(500);

const PublishedPlaceSchema = z
  .strictObject({
    streetAddress: text,
    locality: text,
    region: text,
    postcode: oneLineSchema(8).min(5),
    latitude: z.number().min(-90).max(90).exactOptional(),
    longitude: z.number().min(-180).max(180).exactOptional(),
    telephone: text.exactOptional(),
  })
  .openapi("OpenActivePlace", { description: "Where premises are." });

/** The body that says what is to be published. */
export const PublicationSchema = z
  .strictObject({
    organisation: z
      .strictObject({
        name: text,
        url,
        email: z.email().max(200).exactOptional(),
        telephone: text.exactOptional(),
      })
      .openapi({ description: "Who publishes: the school or its authority, never a person." }),
    places: z
      .record(z.string().max(100), PublishedPlaceSchema)
      .openapi({ description: "By id of the premises. Those not named are not published." }),
    prices: z
      .strictObject({
        pencePerHour: pence,
        spaces: z.record(z.string().max(100), pence).exactOptional(),
      })
      .openapi({
        description:
          "What anyone pays, in pence an hour and without VAT; `spaces` are the exceptions. Where the server takes prices from the school's price list, for what that has no price for.",
      })
      .exactOptional(),
    bookingUrl: url.exactOptional(),
    slotMinutes: z.int().min(15).max(480).exactOptional(),
  })
  .openapi("OpenActivePublication", {
    description: "What a school says of itself in its open data.",
    example: {
      organisation: { name: "Ysgol y Bryn", url: "https://ysgol-y-bryn.example" },
      places: {
        "main-site": {
          streetAddress: "Heol yr Ysgol",
          locality: "Brynmawr",
          region: "Blaenau Gwent",
          postcode: "NP23 4XX",
          latitude: 51.8,
          longitude: -3.17,
        },
      },
      prices: { pencePerHour: 2500, spaces: { "community-room": 800 } },
    },
  });
