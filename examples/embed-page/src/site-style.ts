/** The site's own style: a maroon and gold school, of which the widget takes the colours it is given. */
export const siteStyle = `
body { margin: 0; font: 1.05rem/1.6 Georgia, "Times New Roman", serif; color: #2b2226; background: #fff; }
header { background: #6d1b34; color: #fff; padding: 1.5rem clamp(1rem, 5vw, 4rem); border-bottom: 6px solid #d9a521; }
header p { margin: 0; }
header .name { font-size: 1.9rem; line-height: 1.2; }
header a { color: #fff; display: inline-block; padding-block: 0.2rem; }
.menu { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; margin: 0; padding: 0.6rem clamp(1rem, 5vw, 4rem); background: #f6efe6; }
main { max-width: 60rem; padding: 1.5rem clamp(1rem, 5vw, 4rem) 4rem; }
h1, h2 { color: #6d1b34; line-height: 1.2; }
neuadd-availability, neuadd-whats-on, neuadd-book-button {
  --neuadd-accent: #6d1b34;
  --neuadd-free: #9a6c00;
  --neuadd-radius: 2px;
}
`;
