import { make, type Child } from "../dom/make.ts";
import { followLanguage, leaveLanguage } from "../language/follow-language.ts";
import { languageOf, type Language } from "../language/language.ts";
import { MESSAGES_BY_LANGUAGE } from "../language/messages-by-language.ts";
import type { Messages } from "../language/messages.ts";
import { ReadFault } from "../network/read-fault.ts";
import { readJson, type Answer } from "../network/read-json.ts";
import type { LiveState } from "../network/live-read.ts";
import { baseStyle } from "../style/base-style.ts";
import { printStyle } from "../style/print-style.ts";
import type { NeuaddAnswer, NeuaddFault } from "./element-events.ts";
import { notices } from "./notices.ts";
import { sayFault } from "./say-fault.ts";
import { pageAddress, serverAddress, type SchoolPage } from "./server-address.ts";

interface NoticeFacts {
  /** Absent until there is something to show. */
  readonly data: unknown;
  readonly isStale: boolean;
  readonly fault: ReadFault | undefined;
  readonly isDemonstration: boolean;
  readonly retry: () => void;
}

/** Has the focus when the part that had it is there no more. */
const FRAME = "frame";

/** Where there is no document, as on a server that renders pages, the classes can be imported but not used. */
const BaseElement: typeof HTMLElement =
  "HTMLElement" in globalThis ? HTMLElement : (class {} as unknown as typeof HTMLElement);

/** What the elements share: attributes as properties, a shadow root of their own style, one update for many changes. */
export abstract class NeuaddElement extends BaseElement {
  static readonly observedAttributes: readonly string[] = [
    "server",
    "school",
    "space",
    "view",
    "from",
    "minutes",
    "for",
  ];

  readonly #root: ShadowRoot;
  /** Stays where it is when the content changes: screen readers only hear regions that were there before. */
  readonly #status = make("div", { class: "unseen", role: "status" });
  readonly #content = make("div", { class: "content" });
  #isScheduled = false;
  #languageShown: Language | undefined;
  /** Whether what was announced last is a trouble, which is to be taken back when it is over. */
  #isTroubled = false;

  /** `style` is what elements of the kind add to the style of all. */
  constructor(style: string) {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [sheetOf(`${baseStyle}${style}${printStyle}`)];
    this.#root.append(this.#status, this.#content);
  }

  /** Address of the booking server. Default: the one that the script came from. */
  get server(): string {
    return this.text("server");
  }
  set server(value: string) {
    this.setAttribute("server", value);
  }

  /** Id of the school. */
  get school(): string {
    return this.text("school");
  }
  set school(value: string) {
    this.setAttribute("school", value);
  }

  /** Id of one space. Without it: all that can be booked. */
  get space(): string {
    return this.text("space");
  }
  set space(value: string) {
    this.setAttribute("space", value);
  }

  /** The first day to be shown, `2026-09-08`. Default: today on the school's calendar. */
  get from(): string {
    return this.text("from");
  }
  set from(value: string) {
    this.setAttribute("from", value);
  }

  /** How long the booking is to be, in minutes: free time that is shorter is left out. 0: not said. */
  get minutes(): number {
    const minutes = Number(this.text("minutes"));
    return Number.isInteger(minutes) && minutes > 0 && minutes <= 1440 ? minutes : 0;
  }
  set minutes(value: number) {
    this.setAttribute("minutes", String(value));
  }

  connectedCallback(): void {
    followLanguage(this, () => {
      if (this.language !== this.#languageShown) this.schedule();
    });
    this.schedule();
  }

  disconnectedCallback(): void {
    leaveLanguage(this);
    this.leave();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) this.schedule();
  }

  /** Brings what is shown up to date with the attributes. */
  protected abstract update(): void;
  /** Ends whatever goes on while the element is on no page. */
  protected leave(): void {}

  /** Updates once, however much changes until then. */
  protected schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (!this.isConnected) return;
      this.#languageShown = this.language;
      // The page around may speak a third language, or say of none.
      for (const part of [this.#status, this.#content]) part.lang = this.language;
      this.update();
    });
  }

  protected get language(): Language {
    return languageOf(this);
  }

  protected get messages(): Messages {
    return MESSAGES_BY_LANGUAGE[this.language];
  }

  /** The server's base address; empty when none is known. */
  protected get base(): string {
    return serverAddress(this.server);
  }

  /** What is missing for any address of a school on the server. */
  protected addressFault(school: string): string | undefined {
    if (this.base === "") return "SERVER_MISSING";
    return school === "" ? "SCHOOL_MISSING" : undefined;
  }

  protected text(name: string): string {
    return this.getAttribute(name)?.trim() ?? "";
  }

  /** Reads public data of the school. */
  protected async read<Body>(
    path: string,
    query: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Answer<Body>> {
    const code = this.addressFault(this.school);
    if (code !== undefined) throw new ReadFault(code, false);
    const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
    const search = given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
    const school = encodeURIComponent(this.school);
    const answer = await readJson(`${this.base}/v1/schools/${school}${path}${search}`);
    return answer as Answer<Body>;
  }

  /** Tells the page. Bubbles, out of shadow roots too. False when the page wants nothing more to happen. */
  protected tell(name: string, detail: object): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }

  /** Says what came of reading, to the page and to those who listen rather than look. */
  protected report({ data, isStale, fault }: LiveState<unknown>): void {
    if (fault !== undefined) {
      const message = sayFault(fault, this.messages);
      this.announce(message);
      this.tell("neuadd-error", { code: fault.code, message } satisfies NeuaddFault);
    } else if (isStale) this.announce(this.messages.stale);
    else if (this.#isTroubled) this.announce("");
    this.#isTroubled = fault !== undefined || isStale;
    if (data !== undefined) this.tell("neuadd-load", { isStale } satisfies NeuaddAnswer);
  }

  /** What people must know besides the times themselves. */
  protected notices({ data, isStale, fault, isDemonstration, retry }: NoticeFacts): HTMLElement[] {
    const { messages } = this;
    return notices({
      messages,
      isLoading: data === undefined && fault === undefined,
      isStale: isStale && data !== undefined,
      isDemonstration,
      ...(fault && { fault: sayFault(fault, messages) }),
      ...(fault?.isPassing && {
        retry: () => {
          this.announce(messages.loading);
          retry();
        },
      }),
    });
  }

  /** A link to a page of the booking site about the school. */
  protected pageLink(page: SchoolPage, query: Readonly<Record<string, string>> = {}): HTMLElement {
    const href = pageAddress(this.base, this.language, this.school, page, query);
    return make("a", { href, part: "page-link", "data-focus": "page" }, this.messages.fullPage);
  }

  /**
   * Where there is nothing to show yet, or at all: what there is to say, and what the page itself offers instead, or else
   * the school's page, if it may be there again in a while.
   */
  protected showInstead(told: readonly HTMLElement[], fault: ReadFault | undefined): void {
    const page = fault?.isPassing ? this.pageLink("school") : undefined;
    const instead = fault && make("slot", {}, page);
    this.show(make("div", { class: "frame", part: "frame" }, ...told, instead));
  }

  /** Shows the whole under its title. */
  protected showFramed(title: string, ...content: readonly Child[]): void {
    this.show(
      make(
        "div",
        {
          class: "frame",
          part: "frame",
          role: "group",
          "aria-label": title,
          tabindex: -1,
          "data-focus": FRAME,
        },
        make("p", { class: "heading", part: "heading" }, title),
        ...content,
      ),
    );
  }

  /** Puts new content in the place of the old; the focus stays on the part with the same `data-focus`, or else in the frame. */
  protected show(...content: readonly Node[]): void {
    const active = this.#root.activeElement;
    const key = active instanceof HTMLElement ? active.dataset["focus"] : undefined;
    this.#content.replaceChildren(...content);
    if (key !== undefined && !this.focusOn(key)) this.focusOn(FRAME);
  }

  /** Says something to those who do not see it. */
  protected announce(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** Gives a part the focus. False if there is no such part. */
  protected focusOn(key: string): boolean {
    const parts = [...this.#root.querySelectorAll<HTMLElement>("[data-focus]")];
    const part = parts.find(({ dataset }) => dataset["focus"] === key);
    part?.focus();
    return part !== undefined;
  }
}

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all elements of a kind, made when the first of them is. */
function sheetOf(style: string): CSSStyleSheet {
  let sheet = sheets.get(style);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    sheets.set(style, sheet);
  }
  return sheet;
}
