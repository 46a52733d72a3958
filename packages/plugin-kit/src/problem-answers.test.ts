import { describe, expect, it } from "vitest";
import { PluginProblem } from "./plugin-problem.ts";
import { problemAnswers } from "./problem-answers.ts";

const texts = {
  title: { cy: "Wedi'i gymryd", en: "Taken" },
  detail: { cy: "Dewiswch un arall.", en: "Choose another." },
};
const taken = new PluginProblem("doors/TAKEN", 409, texts);

describe("problemAnswers", () => {
  it("names every code of a status, and has the texts of the plugin's own", () => {
    const { 409: answer } = problemAnswers({ 409: ["TRANSITION_REFUSED", taken] });
    expect(answer?.description).toBe("`TRANSITION_REFUSED`, `doors/TAKEN`");
    expect(answer?.["x-problems"]).toEqual({ "doors/TAKEN": texts });
  });

  it("has no texts where all are the server's", () => {
    const answers = Object.values(problemAnswers({ 404: ["SCHOOL_UNKNOWN"] }));
    expect(answers.filter((answer) => "x-problems" in answer)).toEqual([]);
  });

  it("refuses a problem under a status that it is not answered with", () => {
    expect(() => problemAnswers({ 404: [taken] })).toThrow(
      '"doors/TAKEN" is answered with 409, not 404.',
    );
  });
});
