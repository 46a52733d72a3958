import type { Language, SpaceId } from "@neuadd/core";
import type { BuiltWidget } from "../embed/built-widget.ts";
import { EMBED_PATHS, pinnedPath } from "../embed/embed-routes.ts";
import { embedMessages } from "./messages/embed-messages.ts";
import { requestPath, weekPath } from "./page-paths.ts";

export interface EmbedTarget {
  /** Where the server is reached, without a slash at its end. */
  readonly server: string;
  readonly language: Language;
  readonly school: string;
  readonly schoolName: string;
  /** Absent: all spaces. */
  readonly space?: SpaceId;
}

/** The elements as they come, always of the version that the server has. */
export function scriptSnippet(target: EmbedTarget): string {
  return [
    `<script type="module" src="${target.server}${EMBED_PATHS.elements}"></script>`,
    elementSnippet(target),
  ].join("\n");
}

/** What is on, and a button: for pages that have the script already. */
export function furtherSnippet({ server, language, school, space }: EmbedTarget): string {
  const { fallback, askToBook } = embedMessages[language];
  const ofSpace = space === undefined ? "" : ` space="${space}"`;
  const choice = { ...(space && { space }) };
  return [
    `<neuadd-whats-on school="${school}"${ofSpace} lang="${language}">`,
    `  <a href="${server}${weekPath(language, school, choice)}">${fallback}</a>`,
    `</neuadd-whats-on>`,
    `<neuadd-book-button school="${school}"${ofSpace} lang="${language}">`,
    `  <a href="${server}${requestPath(language, school, choice)}">${askToBook}</a>`,
    `</neuadd-book-button>`,
  ].join("\n");
}

/** The elements of one release, which the browser checks. */
export function pinnedSnippet(target: EmbedTarget, { release, elements }: BuiltWidget): string {
  const address = `${target.server}${pinnedPath(release)}`;
  return [
    `<script type="module" src="${address}"`,
    `  integrity="${elements.integrity}"`,
    `  crossorigin="anonymous"></script>`,
    elementSnippet(target),
  ].join("\n");
}

/** The page for iframes. */
export function frameSnippet({ server, language, school, schoolName, space }: EmbedTarget): string {
  const query = new URLSearchParams({
    lang: language,
    school,
    ...(space && { space }),
    theme: "light",
  });
  const title = escapeAttribute(embedMessages[language].frameTitle(schoolName));
  return [
    `<iframe src="${server}/embed/frame?${escapeAttribute(query.toString())}"`,
    `  title="${title}" width="100%" height="700" loading="lazy"></iframe>`,
  ].join("\n");
}

/** The script that gives the iframe its height. */
export function frameParentSnippet({ server }: EmbedTarget): string {
  return `<script type="module" src="${server}${EMBED_PATHS.frameParent}"></script>`;
}

/** What a content security policy has to allow. */
export function policySnippet({ server }: EmbedTarget): string {
  const { origin } = new URL(server);
  return `script-src ${origin}; connect-src ${origin}; frame-src ${origin}`;
}

function elementSnippet({ server, language, school, space }: EmbedTarget): string {
  const ofSpace = space === undefined ? "" : ` space="${space}"`;
  const page = `${server}${weekPath(language, school, { ...(space && { space }) })}`;
  return [
    `<neuadd-availability school="${school}"${ofSpace} lang="${language}">`,
    `  <a href="${page}">${embedMessages[language].fallback}</a>`,
    `</neuadd-availability>`,
  ].join("\n");
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
