import { testSchool } from "@neuadd/plugin-kit/testing";
import type { Publication } from "../src/index.ts";

export const SCHOOL = testSchool.school.id;

export const publication: Publication = {
  organisation: { name: "Ysgol y Prawf", url: "https://ysgol-y-prawf.example" },
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
  prices: { pencePerHour: 2500, spaces: { "community-room": 0 } },
};
