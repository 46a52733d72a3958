import { pino } from "pino";
import { createHirer } from "../../src/hirers/create-hirer.ts";
import { newId } from "../../src/ids.ts";
import { issueKey } from "../../src/keys/issue-key.ts";
import { importSchool } from "../../src/ledger/import-school.ts";
import type { Services } from "../../src/services.ts";
import type { Store } from "../../src/store/store.ts";
import { schoolLike, START } from "../fixtures/school-definition.ts";
import type { AttackedSchool } from "./attack-orders.ts";

/** Schools that are booked all at once. The last one's requests hold nothing, so that approvals are what clashes. */
const SCHOOLS = [
  schoolLike("ysgol-y-bryn"),
  schoolLike("ysgol-y-cwm"),
  schoolLike("ysgol-y-glyn", { requestsHold: false }),
];
const HIRERS_PER_SCHOOL = 3;

/** Makes the tables, the schools, and the keys of those who will attack. */
export async function prepareAttack(store: Store): Promise<AttackedSchool[]> {
  const services: Services = {
    store,
    clock: { now: () => START, isDemonstration: true },
    newId: (prefix) => newId(prefix, START),
    rules: async () => [],
    logger: pino({ level: "silent" }),
    announce: () => undefined,
  };
  await store.migrate();
  const schools: AttackedSchool[] = [];
  for (const definition of SCHOOLS) {
    await importSchool(services, "system", definition);
    const { id } = definition.school;
    const { key } = await issueKey(services, { kind: "school", owner: id, label: id });
    const hirers = [];
    for (let count = 0; count < HIRERS_PER_SCHOOL; count += 1) {
      hirers.push(await prepareHirer(services, `${id} ${count}`));
    }
    schools.push({ id, key, hirers });
  }
  // Without one, the first server would make it, and print it.
  await issueKey(services, { kind: "operator", owner: "", label: "attack" });
  return schools;
}

async function prepareHirer(services: Services, name: string) {
  const contact = { name, email: "clwb@example.org" };
  const { id } = await createHirer(services, { name, category: "club", language: "cy", contact });
  const { key } = await issueKey(services, { kind: "hirer", owner: id, label: name });
  return { id, key };
}
