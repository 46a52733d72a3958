import { posix } from "node:path";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./workspace-files.ts";

/**
 * Links of a page in Markdown that lead nowhere: to a path that is not there, as `exists` has it, or to a heading that
 * the page at its end does not have. Other sites are not asked; what stands as code is no link.
 */
export function findBrokenLinks(
  page: SourceFile,
  pages: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): Finding[] {
  return linksOf(page.text).flatMap(({ target, line }) => {
    const [file = "", heading] = target.split("#");
    const path = posix.join(posix.dirname(page.path), decodeURI(file));
    const finding = { path: page.path, line, rule: "broken-link" };
    if (file !== "" && !exists(path)) return { ...finding, message: `"${target}" is not there.` };
    const text = file === "" ? page.text : pages.get(path);
    if (heading === undefined || text === undefined || headingsOf(text).has(heading)) return [];
    return { ...finding, message: `"${target}" has no such heading.` };
  });
}

interface Link {
  readonly target: string;
  readonly line: number;
}

function linksOf(text: string): readonly Link[] {
  return linesOutsideCode(text).flatMap(({ content, line }) =>
    [...content.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s*(\S+)/g)]
      .map(([, inline, reference]) => inline ?? reference ?? "")
      .filter((target) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target))
      .map((target) => ({ target, line })),
  );
}

/** The names by which headings are linked to, as GitHub makes them: a second one of the same name has `-1` behind it. */
function headingsOf(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { content } of linesOutsideCode(text, { keepsInline: true })) {
    const [, title] = /^#{1,6}\s+(.+?)\s*#*$/.exec(content) ?? [];
    if (title === undefined) continue;
    const plain = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const name = plain
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    let unique = name;
    for (let count = 1; names.has(unique); count += 1) unique = `${name}-${count}`;
    names.add(unique);
  }
  return names;
}

function linesOutsideCode(
  text: string,
  { keepsInline = false }: { readonly keepsInline?: boolean } = {},
): readonly { readonly content: string; readonly line: number }[] {
  let fence: string | undefined;
  return text.split("\n").flatMap((content, index) => {
    const [mark] = /^\s*(?:`{3,}|~{3,})/.exec(content) ?? [];
    const isFence = mark !== undefined && (fence === undefined || mark.trim() === fence);
    if (isFence) fence = fence === undefined ? mark.trim() : undefined;
    if (isFence || fence !== undefined) return [];
    const line = index + 1;
    return [{ content: keepsInline ? content : content.replaceAll(/`[^`]*`/g, "``"), line }];
  });
}
