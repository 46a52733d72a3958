declare module "@openactive/data-model-validator" {
  export interface Finding {
    readonly severity: "failure" | "warning" | "suggestion" | "notice";
    readonly message: string;
    readonly path?: string;
  }
  export function validate(data: unknown): Promise<Finding[]>;
}

declare module "@openactive/rpde-validator" {
  import type { Finding } from "@openactive/data-model-validator";

  export function RpdeValidator(
    url: string,
    options: { readonly timeoutMs: number; readonly pageLimit: number },
  ): Promise<{
    readonly pages: readonly {
      readonly url: string;
      readonly errors: readonly { readonly data: Finding }[];
    }[];
  }>;
}
