import { connect, createServer, type Socket } from "node:net";
import { once } from "node:events";
import type { Random } from "../simulation/random.ts";

/** Stands between a server and its database, and breaks connections. */
export interface CuttingProxy {
  readonly port: number;
  /** Breaks one connection, if there is any: at once, or after its next answer has been swallowed. */
  cut(random: Random): boolean;
  close(): Promise<void>;
}

interface Link {
  readonly near: Socket;
  readonly far: Socket;
  isDeaf: boolean;
}

/** Starts a proxy to a port of this machine. */
export async function cuttingProxy(farPort: number): Promise<CuttingProxy> {
  const links = new Set<Link>();
  const server = createServer((near) => {
    const far = connect({ port: farPort, host: "127.0.0.1" });
    const link: Link = { near, far, isDeaf: false };
    links.add(link);
    const end = (): void => {
      links.delete(link);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on("error", end).on("close", end);
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => {
      // The database has done what it was asked, and whoever asked will never know.
      if (link.isDeaf) return end();
      near.write(bytes);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut(random) {
      if (links.size === 0) return false;
      const link = random.pick([...links]);
      if (random.chance(0.5)) link.isDeaf = true;
      else link.near.destroy();
      return true;
    },
    async close() {
      for (const { near } of links) near.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
