import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Stands between a store and PostgreSQL, and breaks connections as a network does. */
export interface CuttingProxy {
  /** The address of the database, by way of the proxy. */
  readonly url: string;
  /**
   * What happens to the next commits, one each: `before`, the connection breaks and PostgreSQL never hears of it;
   * `after`, it breaks when PostgreSQL has committed, before the client hears of that.
   */
  readonly atCommit: ("before" | "after" | "passes")[];
  /** Done when PostgreSQL has lost the connection, before the client hears of it. */
  meanwhile: () => Promise<void>;
  /** Breaks every connection that is open. */
  cutAll(): void;
}

export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    link(proxy, client, upstream);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = `${(server.address() as AddressInfo).port}`;
  const proxy: CuttingProxy = {
    url: url.href,
    atCommit: [],
    meanwhile: async () => undefined,
    cutAll() {
      for (const socket of open) socket.destroy();
    },
  };
  onTestFinished(() => {
    proxy.cutAll();
    server.close();
  });
  return proxy;
}

/** A simple query, as the protocol has it: `Q`, four bytes of length, the text, a zero. */
const COMMIT = /^Q[^]{4}commit\0/i;

function link(proxy: CuttingProxy, client: Socket, upstream: Socket): void {
  let isAnswerKept = false;
  let isCut = false;
  const cut = async (): Promise<void> => {
    isCut = true;
    upstream.destroy();
    await proxy.meanwhile();
    client.destroy();
  };
  client.on("data", (data: Buffer) => {
    const fate = COMMIT.test(data.toString("latin1")) ? proxy.atCommit.shift() : undefined;
    if (fate === "before") return void cut();
    isAnswerKept = fate === "after";
    upstream.write(data);
  });
  upstream.on("data", (data: Buffer) => {
    if (isAnswerKept) void cut();
    else client.write(data);
  });
  client.on("close", () => upstream.destroy());
  upstream.on("close", () => isCut || client.destroy());
}
