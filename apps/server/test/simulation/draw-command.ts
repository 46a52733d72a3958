import { amendCommand } from "./amend-command.ts";
import { blockCommand, removeBlockCommand } from "./block-commands.ts";
import {
  approveCommand,
  cancelDateCommand,
  endCommand,
  requestCommand,
} from "./booking-commands.ts";
import type { ModelBooking, ModelSchool } from "./model-school.ts";
import { expireCommand, importCommand, restartCommand, waitCommand } from "./school-commands.ts";
import type { SimulatedCommand } from "./simulated-command.ts";
import type { World } from "./world.ts";

type Draw = (world: World, school: ModelSchool) => SimulatedCommand | undefined;

const DRAWS: readonly { readonly weight: number; readonly draw: Draw }[] = [
  { weight: 30, draw: requestCommand },
  { weight: 12, draw: onBooking(approveCommand, "requested") },
  { weight: 6, draw: onBooking(endCommand) },
  { weight: 8, draw: onBooking(cancelDateCommand) },
  { weight: 16, draw: onBooking(amendCommand, "approved") },
  { weight: 8, draw: blockCommand },
  {
    weight: 4,
    draw: (world, school) => {
      const blocks = [...school.blocks.values()];
      return blocks.length === 0
        ? undefined
        : removeBlockCommand(world, school, world.random.pick(blocks));
    },
  },
  { weight: 5, draw: importCommand },
  { weight: 4, draw: expireCommand },
  { weight: 8, draw: waitCommand },
  { weight: 1, draw: restartCommand },
];

/** The next thing to happen, to any of the schools. */
export function drawCommand(world: World): SimulatedCommand {
  const { random } = world;
  const total = DRAWS.reduce((sum, { weight }) => sum + weight, 0);
  for (;;) {
    const [first, second] = world.schools;
    const school = random.chance(0.8) ? first : second;
    let place = random.integer(1, total);
    const chosen = DRAWS.find(({ weight }) => (place -= weight) <= 0);
    const command = school && chosen?.draw(world, school);
    if (command !== undefined) return command;
  }
}

/** On a booking of the school: likely a new one, and one of the status for which the command is meant, if any. */
function onBooking(
  make: (world: World, school: ModelSchool, booking: ModelBooking) => SimulatedCommand,
  status?: ModelBooking["status"],
): Draw {
  return (world, school) => {
    const { random } = world;
    const all = [...school.bookings.values()];
    const meant = all.filter((booking) => booking.status === status);
    const bookings = meant.length > 0 && random.chance(0.4) ? meant : all;
    if (bookings.length === 0) return undefined;
    const recent = random.chance(0.7) ? bookings.slice(-8) : bookings;
    return make(world, school, random.pick(recent));
  };
}
