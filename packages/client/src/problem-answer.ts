import { NeuaddConnectionError } from "./neuadd-connection-error.ts";
import { NeuaddProblem, type ProblemBody } from "./neuadd-problem.ts";

/**
 * Gives a good answer, or a 304, back as it is. Throws NeuaddProblem for problem details, and NeuaddConnectionError
 * ANSWER_UNREADABLE for anything else, which comes from a proxy or another server.
 */
export async function orThrow(response: Response): Promise<Response> {
  if (response.ok || response.status === 304) return response;
  const body = await problemBody(response);
  if (body !== undefined) throw new NeuaddProblem(body, response.headers);
  const { status } = response;
  throw new NeuaddConnectionError(
    "ANSWER_UNREADABLE",
    `The answer has the status ${status}, and does not come from a Neuadd server. Check the address, and any proxy before the server.`,
    { status },
  );
}

async function problemBody(response: Response): Promise<ProblemBody | undefined> {
  try {
    const body: unknown = await response.json();
    return isProblemBody(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isProblemBody(body: unknown): body is ProblemBody {
  return (
    typeof body === "object" &&
    body !== null &&
    "code" in body &&
    typeof body.code === "string" &&
    "detail" in body &&
    typeof body.detail === "string" &&
    "status" in body &&
    typeof body.status === "number"
  );
}
