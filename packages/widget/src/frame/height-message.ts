/** What a framed page tells the page around it: how high its content is, in CSS pixels. */
export interface HeightMessage {
  readonly neuadd: "height";
  readonly height: number;
}

/** A frame higher than this is no frame. */
const HIGHEST = 20_000;

export function heightMessage(height: number): HeightMessage {
  return { neuadd: "height", height: Math.ceil(height) };
}

/** The height that a message tells; undefined for messages of others. */
export function heightOf(message: unknown): number | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  if (!("neuadd" in message) || message.neuadd !== "height" || !("height" in message))
    return undefined;
  const { height } = message;
  if (typeof height !== "number" || !(height > 0) || height > HIGHEST) return undefined;
  return height;
}
