/** Where a fact of the framework comes from. */
export interface FrameworkSource {
  readonly title: string;
  /** Absent for what has no page of its own. */
  readonly address?: string;
}

/** Annex 2 of the Welsh Government's guidance on Community Focused Schools: the model in short. */
export const guidanceSummary: FrameworkSource = {
  title: "Welsh Government: Community Focused Schools, Annex 2, a summary",
  address: "https://www.gov.wales/annex-2-community-focused-schools-summary-html",
};

/** The programme page of Blaenau Gwent, which defines the terms. */
export const programmePage: FrameworkSource = {
  title: "Blaenau Gwent: Sustainable Communities for Learning, Community Focused Schools",
  address:
    "https://www.blaenau-gwent.gov.uk/en/resident/schools-learning/sustainable-communities-for-learning-community-focused-schools/",
};

/** The written statement that announced nine pilots of business managers in six authorities. */
export const businessManagerStatement: FrameworkSource = {
  title: "Welsh Government, written statement: Community Focused School Business Manager pilots",
};

/** The written statement of summer 2025 on the progress of the approach, its managers and officers. */
export const progressStatement: FrameworkSource = {
  title: "Welsh Government, written statement: progress of Community Focused Schools",
  address: "https://www.gov.wales/node/69753",
};

/** Who controls the use of school premises in Wales. */
export const premisesRegulations: FrameworkSource = {
  title: "The Control of School Premises (Wales) Regulations 2008 (SI 2008/136)",
  address: "https://www.legislation.gov.uk/wsi/2008/136",
};

/** What no published text says: added so that the product can speak of it. */
export const ownModel: FrameworkSource = { title: "Neuadd's own model" };
