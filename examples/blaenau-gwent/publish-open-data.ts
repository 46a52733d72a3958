import type { OpenActiveApi } from "@neuadd/plugin-openactive";

/**
 * Publishes the open data of the school that the demonstration is about. The address is illustrative; prices come
 * from its price list. What is published already stays as it is.
 */
export async function publishOpenData(openActive: OpenActiveApi, school: string): Promise<void> {
  await openActive.publish(school, {
    organisation: {
      name: "Ysgol Sefydledig Brynmawr / Brynmawr Foundation School",
      url: "https://brynmawr-foundation.example",
    },
    places: {
      "main-site": {
        streetAddress: "Safle enghreifftiol / Illustrative site",
        locality: "Brynmawr",
        region: "Blaenau Gwent",
        postcode: "NP23 9ZZ",
      },
    },
  });
}
