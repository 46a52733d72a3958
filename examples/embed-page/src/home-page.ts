export interface HomePageOptions {
  /** Origin of the booking server; empty when the site itself is there too. */
  readonly server: string;
  /** Where the site lies, such as `/demo/embed`; empty at the root. */
  readonly path: string;
  /** Id of the school. */
  readonly school: string;
  readonly language: "cy" | "en";
}

const TEXTS = {
  cy: {
    title: "Ysgol Sefydledig Brynmawr – enghraifft",
    name: "Ysgol Sefydledig Brynmawr",
    motto: "Gwefan enghreifftiol, i ddangos y teclyn ar dudalen ysgol",
    other: "English",
    menu: ["Hafan", "Newyddion", "Rhieni", "Cysylltu"],
    welcome: "Croeso",
    text: "Mae ein neuadd chwaraeon a’n prif neuadd ar agor i grwpiau lleol gyda’r nos ac ar benwythnosau. Dewch i weld pryd maen nhw ar gael.",
    hall: "Y neuadd chwaraeon",
    whatsOn: "Yr wythnosau nesaf yn yr ysgol",
    fallback: "Gweld pryd mae’r neuadd ar gael",
    book: "Gofyn am gael archebu",
  },
  en: {
    title: "Brynmawr Foundation School – an example",
    name: "Brynmawr Foundation School",
    motto: "An example of a web site, to show the widget on a school’s page",
    other: "Cymraeg",
    menu: ["Home", "News", "Parents", "Contact"],
    welcome: "Welcome",
    text: "Our sports hall and main hall are open to local groups in the evening and at weekends. See when they are free.",
    hall: "The sports hall",
    whatsOn: "The next weeks at the school",
    fallback: "See when the hall is free",
    book: "Ask to book",
  },
} as const;

/** The page as a web editor would write it: nothing of it but the three elements knows of Neuadd. */
export function homePage({ server, path, school, language }: HomePageOptions): string {
  const texts = TEXTS[language];
  const other = language === "cy" ? "en" : "cy";
  const week = language === "cy" ? `/cy/ysgolion/${school}/wythnos` : `/en/schools/${school}/week`;
  const request = week.replace(/\w+$/, language === "cy" ? "cais" : "request");
  const otherPath = other === "cy" ? `${path}/cy` : path || "/";
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${texts.title}</title>
    <link rel="stylesheet" href="${path}/site.css">
    <script type="module" src="${server}/embed/neuadd.js"></script>
  </head>
  <body>
    <header>
      <p class="name">${texts.name}</p>
      <p>${texts.motto}</p>
      <p><a href="${otherPath}" lang="${other}" hreflang="${other}">${texts.other}</a></p>
    </header>
    <ul class="menu">${texts.menu.map((entry) => `<li>${entry}</li>`).join("")}</ul>
    <main>
      <h1>${texts.welcome}</h1>
      <p>${texts.text}</p>
      <h2>${texts.hall}</h2>
      <neuadd-availability id="hall" school="${school}" space="sports-hall">
        <a href="${server}${week}?space=sports-hall">${texts.fallback}</a>
      </neuadd-availability>
      <p>
        <neuadd-book-button for="hall" school="${school}" space="sports-hall">
          <a href="${server}${request}?space=sports-hall">${texts.book}</a>
        </neuadd-book-button>
      </p>
      <h2>${texts.whatsOn}</h2>
      <neuadd-whats-on school="${school}">
        <a href="${server}${week}">${texts.fallback}</a>
      </neuadd-whats-on>
    </main>
  </body>
</html>
`;
}
