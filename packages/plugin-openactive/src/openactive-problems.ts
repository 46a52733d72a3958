import { PluginProblem } from "@neuadd/plugin-kit";

export function notPublished(): PluginProblem {
  return new PluginProblem("openactive/NOT_PUBLISHED", 404, {
    title: { cy: "Dim data agored", en: "No open data" },
    detail: {
      cy: "Nid yw'r ysgol hon yn cyhoeddi data agored.",
      en: "This school does not publish open data.",
    },
  });
}

/** `premises`: ids of those that the school has. */
export function placeMissing(premises: readonly string[]): PluginProblem {
  const ids = premises.map((id) => `"${id}"`).join(", ");
  return new PluginProblem(
    "openactive/PLACE_MISSING",
    422,
    {
      title: { cy: "Nid oes cyfeiriad i'w gyhoeddi", en: "There is no place to publish" },
      detail: {
        cy: `Rhowch gyfeiriad o leiaf un o safleoedd yr ysgol yn 'places', wrth ei ddynodydd: ${ids}.`,
        en: `Give the address of at least one of the school's premises in 'places', by its id: ${ids}.`,
      },
    },
    { premises },
  );
}

export function pricesMissing(): PluginProblem {
  return new PluginProblem("openactive/PRICES_MISSING", 422, {
    title: { cy: "Nid oes prisiau i'w cyhoeddi", en: "There are no prices to publish" },
    detail: {
      cy: "Rhowch 'prices', mewn ceiniogau yr awr: nid yw'r gweinydd hwn yn cymryd prisiau data agored o restr brisiau'r ysgol.",
      en: "Give 'prices', in pence an hour: this server does not take the prices of open data from the school's price list.",
    },
  });
}
