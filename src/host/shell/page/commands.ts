/** Commands of extensions: a method of an object that a hidden page registered, run from elsewhere. */
import { say } from '../overlays/overlay-stack';
import { sentenceOf } from '../rest/connection';
import { contributionById, nameOf, textProperty, type PlacedContribution } from './contributions';
import type { Shell } from './shell';

/** The command itself, as a contribution that says where its page is and what to call there. */
async function run(shell: Shell, placed: PlacedContribution, argument: unknown): Promise<void> {
  const method = textProperty(placed.contribution, 'methodName') ?? 'execute';
  try {
    const page = await shell.hiddenPages.open(placed);
    const outcome = await page.call(method, argument);
    if (outcome.kind === 'failed') throw outcome.problem;
    if (outcome.kind === 'absent')
      throw new Error(`its page registered no object with a function ${method}.`);
  } catch (problem) {
    say(shell.overlays, `“${nameOf(placed)}” failed: ${sentenceOf(problem)}`);
  }
}

/** Runs a contribution of the type ms.vss-web.command by its full id. */
export function runCommand(shell: Shell, id: string, argument: unknown): void {
  const placed = contributionById(shell.bootstrap.extensions, id);
  if (placed) void run(shell, withObject(placed), argument);
  else say(shell.overlays, `The command ${id} does not exist in any installed extension.`);
}

/** The service that a command names is the object that its page registers. */
function withObject({ contribution, extension }: PlacedContribution): PlacedContribution {
  const registeredObjectId = textProperty(contribution, 'serviceName');
  const properties =
    registeredObjectId === undefined
      ? contribution.properties
      : { ...contribution.properties, registeredObjectId };
  return { extension, contribution: { ...contribution, properties } };
}

const website = 'ms.vss-web.tfs-website';
const subscriptionType = 'ms.vss-web.event-subscription';

/** What subscribed to an event of the page, each as a command: inside the subscription, or by the id of another. */
function subscriptionsTo(shell: Shell, eventName: string): readonly PlacedContribution[] {
  return shell.bootstrap.extensions.flatMap((extension) =>
    extension.contributions.flatMap((contribution) => {
      const { type, targets, properties } = contribution;
      if (type !== subscriptionType || !targets.includes(website)) return [];
      const { command } = properties;
      if (properties['eventName'] !== eventName) return [];
      if (typeof command === 'string') return contributionById(shell.bootstrap.extensions, command) ?? [];
      if (typeof command !== 'object' || command === null) return [];
      return { extension, contribution: { ...contribution, properties: { ...command } } };
    }),
  );
}

/** Tells the subscribers of extensions that a page can be used. */
export function announcePage(shell: Shell): void {
  for (const placed of subscriptionsTo(shell, 'page-interactive')) void run(shell, withObject(placed), {});
}
