/** The list of public events. */
export const whatsOnStyle = `
.days { display: grid; gap: 0.9rem; }
.day { border-top: 1px solid var(--line); padding-block-start: 0.6rem; }
.events { display: grid; gap: 0.35rem; }
.events li { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1rem; }
.event { font-weight: 600; }
.where { color: var(--quiet); }
@container (min-width: 30rem) {
  .events li { grid-template-columns: 10em minmax(0, 1fr); }
  .where { grid-column: 2; }
}
`;
