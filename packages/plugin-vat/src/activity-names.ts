import { activityKey } from "@neuadd/core";

/** What is sport by its name alone, in both languages. Whatever needs a second thought is left out, and asked about. */
const SPORTS: ReadonlySet<string> = new Set([
  ..."athletics badminton basketball bowls boxing cricket cycling fencing football futsal gymnastics".split(
    " ",
  ),
  ..."hockey judo karate lacrosse netball pickleball rounders rugby running squash swimming".split(
    " ",
  ),
  ..."taekwondo tennis triathlon volleyball weightlifting wrestling".split(" "),
  ..."athletau criced jiwdo nofio paffio pêl-droed pêl-fasged pêl-foli pêl-rwyd rygbi".split(" "),
  ..."tenis trampolinio trampolining".split(" "),
  "table tennis",
  "tenis bwrdd",
  "walking football",
  "pêl-droed cerdded",
  "walking netball",
  "five-a-side football",
]);

/** What is no sport by its name alone. */
const OTHERS: ReadonlySet<string> = new Set([
  ..."advice art bingo choir coding computing concert conference cookery cooking crafts drama".split(
    " ",
  ),
  ..."exhibition fair meeting music party singing theatre wedding worship".split(" "),
  ..."addoli arddangosfa canu celf cerddoriaeth codio coginio côr crefftau cyfarfod cyngerdd".split(
    " ",
  ),
  ..."cyngor cynhadledd drama ffair parti priodas theatr".split(" "),
  "birthday party",
  "coffee morning",
  "family learning",
  "homework club",
  "jumble sale",
  "parent and toddler group",
  "support group",
  "youth club",
  "clwb gwaith cartref",
  "clwb ieuenctid",
  "cylch meithrin",
  "grŵp cymorth",
  "parti pen-blwydd",
]);

/** Signs that a name is that of more than one activity. */
const SEVERAL =
  /[,;/&+]|(?:^|\s)(?:a|ac|amrywiol|and|mixed|neu|or|various)(?:\s|$)|^(?:aml|multi)/i;

/** Whether an activity is sport, by its name. Undefined where the name alone does not tell: then somebody must. */
export function isSportByName(activity: string): boolean | undefined {
  const name = activityKey(activity);
  if (SPORTS.has(name)) return true;
  return OTHERS.has(name) ? false : undefined;
}

/** Whether a name may be that of several activities: "badminton and netball", "multi-sport". */
export function mayNameSeveral(activity: string): boolean {
  return SEVERAL.test(activity.trim());
}
