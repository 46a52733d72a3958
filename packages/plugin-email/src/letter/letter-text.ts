import type { Letter } from "./letter.ts";

/** The letter as plain text. */
export function letterText({ greeting, blocks, closing, sender, footer }: Letter): string {
  const paragraphs = blocks.map(({ paragraph, items = [] }) =>
    [paragraph, ...items.map((item) => `- ${item}`)].join("\n"),
  );
  return `${[greeting, ...paragraphs, `${closing}\n${sender}`, `--\n${footer}`].join("\n\n")}\n`;
}
