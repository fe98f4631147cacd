/** Which fields a card shows, by work item type. */
import { problem } from '../../kernel/problem';
import { sentEntries } from '../../kernel/sent';
import type { Cards, FieldSetting } from '../../boards/board-settings';
import type { World } from '../../organisation/world';
import { typeNamed } from '../../processes/process';

/** The fields of a card that nobody changed. */
export function defaultCards(world: World, types: readonly string[]): Cards {
  const fields: readonly FieldSetting[] = [
    { fieldIdentifier: 'System.Id' },
    { fieldIdentifier: 'System.AssignedTo', displayFormat: 'AvatarAndFullName' },
    { fieldIdentifier: world.process.effortField },
    { fieldIdentifier: 'System.Tags' },
    { showEmptyFields: 'false' },
  ];
  return Object.fromEntries(types.map((type) => [type, fields]));
}

/**
 * The settings of the types that the body names.
 * @throws Problem 400 for a type that is not on the board or a field that does not exist.
 */
export function readCards(body: unknown, world: World, types: readonly string[]): Cards {
  const entries = sentEntries(body, 'cards');
  if (!entries) throw invalidCards('The cards must be given.');
  return Object.fromEntries(
    entries.map(([name, raw]) => {
      const type = types.find((one) => one.toLowerCase() === name.toLowerCase());
      if (type === undefined || !typeNamed(world.process, type))
        throw invalidCards(`The work item type ${name} is not on this board.`);
      if (!Array.isArray(raw)) throw invalidCards(`The fields of ${name} must be a list.`);
      return [type, raw.map((one: unknown) => readSetting(one, world))];
    }),
  );
}

function readSetting(raw: unknown, world: World): FieldSetting {
  if (typeof raw !== 'object' || raw === null) throw invalidCards('A field of a card must be an object.');
  const setting = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );
  const identifier = setting['fieldIdentifier'];
  if (identifier !== undefined && identifier !== '' && !world.process.fields.byReferenceName(identifier))
    throw invalidCards(`The field ${identifier} does not exist.`);
  return setting;
}

function invalidCards(message: string): Error {
  return problem(
    400,
    'CardSettingsValidationFailureException',
    `TF1530014: The card settings are invalid. Error message: ${message}`,
  );
}
