import { setFlagsFromString } from "node:v8";

/**
 * Does work whose results stay, as those of loading modules do, and keeps V8's nursery at the size it has. V8 takes so much
 * that survives for a reason to give young objects 32 MB, which a server that nobody asks anything yet would hold for
 * nothing. Afterwards it grows as requests need it.
 */
export async function withSmallNursery<Result>(work: () => Promise<Result>): Promise<Result> {
  setFlagsFromString("--semi-space-growth-factor=1");
  try {
    return await work();
  } finally {
    setFlagsFromString("--semi-space-growth-factor=2");
  }
}
