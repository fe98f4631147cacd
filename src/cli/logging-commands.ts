/**
 * Lines that the agent of Azure Pipelines takes as commands (docs/pipelines.md names the sources). It looks for them
 * anywhere in a line, so no text of a work item or a model is ever printed as it is.
 */

/** What a message may not hold as it is; percent signs first, since the replacements have some. */
const inMessage: readonly (readonly [RegExp, string])[] = [
  [/%/g, '%AZP25'],
  [/\r/g, '%0D'],
  [/\n/g, '%0A'],
];
/** In a property these end the value or the command, too. */
const inProperty: typeof inMessage = [...inMessage, [/\]/g, '%5D'], [/;/g, '%3B']];

const escaped = (text: string, table: typeof inMessage): string =>
  table.reduce((so_far, [character, code]) => so_far.replace(character, code), text);

/** `##vso[` and `##[` in a text that stands in a plain line: one character between them makes them mere words. */
export function withoutCommands(text: string): string {
  return text.replace(/##(?=\[|vso\[)/gi, '# #');
}

type Command = 'task.logissue' | 'task.uploadsummary' | 'task.complete' | 'task.setsecret';

/** One line. The message may hold anything. */
export function loggingCommand(
  command: Command,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const values = Object.entries(properties).map(([name, value]) => `${name}=${escaped(value, inProperty)};`);
  const head = values.length > 0 ? `${command} ${values.join('')}` : command;
  return `##vso[${head}]${escaped(withoutCommands(message), inMessage)}`;
}
