import type { FrameworkEntry } from "./framework-entry.ts";
import { programmePage } from "./framework-sources.ts";

export const TERM_IDS = [
  "families",
  "parents",
  "community",
  "parentalInvolvement",
  "parentalEngagement",
  "homeLearningEnvironment",
  "diversity",
  "equity",
  "inclusion",
  "collaborativeLeadership",
  "cynefin",
] as const;
export type TermId = (typeof TERM_IDS)[number];

/** A word with an agreed meaning. The description is the definition, in Neuadd's words. */
export type FrameworkTerm = FrameworkEntry<TermId>;

/** The ten defined terms, then *cynefin*, which stays Welsh in English text. */
export const terms: readonly FrameworkTerm[] = [
  {
    id: "families",
    name: { cy: "Teuluoedd", en: "Families" },
    description: {
      cy: "Rhieni, brodyr a chwiorydd, perthnasau a phobl agos eraill sy'n gofalu am les ei gilydd.",
      en: "Parents, brothers and sisters, other relatives and close people who look after one another's wellbeing.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "parents",
    name: { cy: "Rhieni", en: "Parents" },
    description: {
      cy: "Pawb sydd â chyfrifoldeb rhiant am blentyn: mamau a thadau, llys-rieni, rhieni mabwysiadol, gofalwyr maeth, a neiniau a theidiau neu berthnasau eraill sy'n magu'r plentyn.",
      en: "Everyone with parental responsibility for a child: mothers and fathers, step-parents, adoptive parents, foster carers, and grandparents or other kin who bring the child up.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "community",
    name: { cy: "Cymuned", en: "Community" },
    description: {
      cy: "Pobl yr ardal, a phawb arall y mae ansawdd yr addysg yno yn bwysig iddynt neu'n effeithio arnynt. Gall fod yn amrywiol o ran lle, diwylliant ac amgylchiadau a bod ynghlwm wrth ei gilydd drwy'r ysgol er hynny.",
      en: "The people of the area, and anyone else whom the quality of education there concerns or affects. It may be mixed in place, culture and circumstances and still be tied together through the school.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "parentalInvolvement",
    name: { cy: "Cyfranogiad rhieni", en: "Parental involvement" },
    description: {
      cy: "Mae rhieni'n ymuno â'r hyn sy'n digwydd yn yr ysgol ac o'i chwmpas.",
      en: "Parents join in what goes on at the school and around it.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "parentalEngagement",
    name: { cy: "Ymgysylltiad rhieni", en: "Parental engagement" },
    description: {
      cy: "Mae rhieni'n helpu eu plentyn eu hunain i ddysgu, gartref yn ogystal ag yn yr ysgol.",
      en: "Parents help their own child to learn, at home as well as at school.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "homeLearningEnvironment",
    name: { cy: "Amgylchedd dysgu yn y cartref", en: "Home learning environment" },
    description: {
      cy: "Yr hyn sydd gan blentyn gartref i ddysgu ag ef: llyfrau, pethau a lle, a pha mor dda y mae'r teulu'n helpu.",
      en: "What a child has at home to learn with: books, things and room, and how well the family helps.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "diversity",
    name: { cy: "Amrywiaeth", en: "Diversity" },
    description: {
      cy: "Pob ffordd y mae pobl yn wahanol i'w gilydd; mae'r nodweddion y mae cyfraith cydraddoldeb yn eu gwarchod yn eu plith.",
      en: "Every way in which people are unlike one another; the characteristics that equality law protects are among them.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "equity",
    name: { cy: "Tegwch", en: "Equity" },
    description: {
      cy: "Rhoi i bob person yr hyn sydd ei angen ar y person hwnnw, fel y gall pawb wneud cystal â'i gilydd.",
      en: "Giving each person what that person needs, so that all can do equally well.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
  {
    id: "inclusion",
    name: { cy: "Cynhwysiant", en: "Inclusion" },
    description: {
      cy: "Rhoddir croeso i bawb, ac mae pawb yn teimlo bod cefnogaeth, gwerth a pharch iddynt.",
      en: "Everybody is made welcome and feels backed, valued and treated with respect.",
    },
    source: programmePage,
    reviewed: { name: false, description: false },
  },
  {
    id: "collaborativeLeadership",
    name: { cy: "Arweinyddiaeth gydweithredol", en: "Collaborative leadership" },
    description: {
      cy: "Arwain mewn modd sy'n rhoi llais i bawb sydd â rhan yn y gwaith, a chyfran yn y penderfyniadau a'r nodau.",
      en: "Leading in such a way that everyone with a stake has a voice and shares in decisions and goals.",
    },
    source: programmePage,
    reviewed: { name: false, description: false },
  },
  {
    id: "cynefin",
    name: { cy: "Cynefin", en: "Cynefin" },
    description: {
      cy: "Ymdeimlad o berthyn: y lle a'r bobl y mae rhywun yn gartrefol yn eu plith.",
      en: "A sense of belonging: the place and the people among whom someone is at home.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
];
