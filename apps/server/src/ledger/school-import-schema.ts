import { CalendarLayerSchema, PremisesSchema, SchoolSchema } from "@neuadd/core";
import { z } from "zod";
import { shippedLayers } from "./shipped-layers.ts";

/** A school as it is written in a file: a SchoolDefinition whose calendar may use shipped layers by their ids. */
export const SchoolImportSchema = z.strictObject({
  school: SchoolSchema,
  premises: z.array(PremisesSchema).min(1).max(20).readonly(),
  calendar: z.strictObject({
    /** Layers that come with Neuadd. They go before the file's own layers of the same scope. */
    use: z
      .array(z.enum([...shippedLayers.keys()]))
      .max(20)
      .readonly()
      .exactOptional(),
    layers: z.array(CalendarLayerSchema).max(20).readonly().exactOptional(),
  }),
});
export type SchoolImport = z.infer<typeof SchoolImportSchema>;
