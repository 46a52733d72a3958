import type { Hirer } from "@neuadd/core";

/** Three hirers: a club written to in Welsh, a business and an individual written to in English. */
export const testHirers: readonly Hirer[] = [
  {
    id: "hir_clwb",
    name: "Clwb Badminton y Prawf",
    category: "club",
    language: "cy",
    contact: { name: "Ysgrifennydd y clwb", email: "ysgrifennydd@clwb.example" },
    members: [
      {
        id: "mem_clwb",
        name: "Ysgrifennydd y clwb",
        email: "ysgrifennydd@clwb.example",
        role: "owner",
      },
    ],
  },
  {
    id: "hir_busnes",
    name: "Trial Dance Company",
    category: "commercial",
    language: "en",
    contact: { name: "Office of the dance company", email: "office@dance.example" },
    members: [],
  },
  {
    id: "hir_unigolyn",
    name: "Organiser of a party",
    category: "individual",
    language: "en",
    contact: { name: "Organiser of a party", email: "organiser@party.example" },
    members: [],
  },
];
