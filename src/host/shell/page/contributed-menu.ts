/** Menu entries of extensions: actions, whose page is loaded at the first click, and providers, asked when a menu opens. */
import { say } from '../overlays/overlay-stack';
import type { MenuEntry } from '../parts/Menu';
import { sentenceOf } from '../rest/connection';
import { contributionsTo, iconUrlOf, nameOf, textProperty, type PlacedContribution } from './contributions';
import { actionType, linkType, providerType } from './places';
import { isWebAddress } from './routing';
import type { Shell } from './shell';

export type ActionContext = Readonly<Record<string, unknown>>;

export interface ContributedMenu {
  readonly entries: readonly MenuEntry[];
  /** Present where an extension decides only when the menu opens. */
  readonly load: (() => Promise<readonly MenuEntry[]>) | undefined;
}

function placedAt(shell: Shell, targets: readonly string[], type: string): readonly PlacedContribution[] {
  const found = targets.flatMap((target) => contributionsTo(shell.bootstrap.extensions, { target, type }));
  const ids = found.map(({ contribution }) => contribution.fullId);
  // One contribution may name two places that share a menu.
  return found.filter(({ contribution }, place) => ids.indexOf(contribution.fullId) === place);
}

function complain(shell: Shell, placed: PlacedContribution, problem: unknown): void {
  say(shell.overlays, `“${nameOf(placed)}” failed: ${sentenceOf(problem)}`);
}

/** Runs `execute(context)` of the action's page. What goes wrong is told to the person, as nothing else would show it. */
async function execute(shell: Shell, placed: PlacedContribution, context: ActionContext): Promise<void> {
  try {
    const page = await shell.hiddenPages.open(placed);
    const outcome = await page.call('execute', context);
    if (outcome.kind === 'failed') complain(shell, placed, outcome.problem);
    if (outcome.kind === 'absent')
      complain(shell, placed, new Error('its page registered no object with a function execute.'));
  } catch (problem) {
    complain(shell, placed, problem);
  }
}

function actionEntry(shell: Shell, placed: PlacedContribution, context: () => ActionContext): MenuEntry {
  const { contribution } = placed;
  const icon = iconUrlOf(placed, shell.theme() === 'light' ? 'light' : 'dark');
  const title = textProperty(contribution, 'title');
  return {
    key: contribution.fullId,
    text: textProperty(contribution, 'text') ?? title ?? nameOf(placed),
    ...(title === undefined ? {} : { title }),
    ...(icon === undefined ? {} : { icon }),
    group: textProperty(contribution, 'groupId') ?? textProperty(contribution, 'group') ?? 'contributed',
    run: () => void execute(shell, placed, context()),
  };
}

/** Opened beside this page, as the address is somebody else's; whatever runs as a script is none. */
function linkEntry(placed: PlacedContribution): readonly MenuEntry[] {
  const { contribution } = placed;
  const href = textProperty(contribution, 'href');
  if (href === undefined || !isWebAddress(href, window.location.href)) return [];
  return [
    {
      key: contribution.fullId,
      text: nameOf(placed),
      group: textProperty(contribution, 'groupId') ?? 'contributed',
      run: () => void window.open(new URL(href, window.location.href).href, '_blank', 'noopener'),
    },
  ];
}

interface ProvidedItem {
  readonly text?: unknown;
  readonly title?: unknown;
  readonly disabled?: unknown;
  readonly separator?: unknown;
  readonly action?: unknown;
  readonly childItems?: unknown;
}

interface Provider {
  readonly shell: Shell;
  readonly placed: PlacedContribution;
  readonly context: ActionContext;
}

const isSeparator = (item: ProvidedItem): boolean => item.separator === true;

/** Menus here have one level: the children of an entry follow it, under its text where it does nothing itself. */
function providedEntry(
  provider: Provider,
  { item, key, group }: { readonly item: ProvidedItem; readonly key: string; readonly group: string },
): readonly MenuEntry[] {
  const text = typeof item.text === 'string' ? item.text : item.title;
  if (typeof text !== 'string') return [];
  const { action } = item;
  const own: MenuEntry = {
    key,
    text,
    group,
    disabled: item.disabled === true,
    run: () => {
      if (typeof action !== 'function') return;
      void Promise.resolve((action as (given: ActionContext) => unknown)(provider.context)).catch(
        (problem: unknown) => complain(provider.shell, provider.placed, problem),
      );
    },
  };
  const children = Array.isArray(item.childItems) ? (item.childItems as readonly ProvidedItem[]) : [];
  const below = providedEntries(provider, children, key);
  if (below.length === 0) return [own];
  if (typeof action === 'function') return [own, ...below];
  return below.map((child, place) => (place === 0 ? { ...child, heading: child.heading ?? text } : child));
}

/** A separator ends a group, and so does an entry with children: a line is drawn where the group changes. */
function providedEntries(
  provider: Provider,
  items: readonly ProvidedItem[],
  root: string,
): readonly MenuEntry[] {
  return items.flatMap((item, place) => {
    if (isSeparator(item)) return [];
    const separators = items.slice(0, place).filter(isSeparator).length;
    return providedEntry(provider, { item, key: `${root}.${place}`, group: `${root} ${separators}` });
  });
}

async function provided(
  shell: Shell,
  placed: PlacedContribution,
  context: ActionContext,
): Promise<readonly MenuEntry[]> {
  try {
    const page = await shell.hiddenPages.open(placed);
    const outcome = await page.call('getMenuItems', context);
    if (outcome.kind !== 'answered' || !Array.isArray(outcome.value)) return [];
    const items = outcome.value as readonly ProvidedItem[];
    return providedEntries({ shell, placed, context }, items, placed.contribution.fullId);
  } catch (problem) {
    complain(shell, placed, problem);
    return [];
  }
}

/** @param context what an action is told; made when it is used, so that it says how things are then. */
export function contributedMenu(
  shell: Shell,
  targets: readonly string[],
  context: () => ActionContext,
): ContributedMenu {
  const entries = [
    ...placedAt(shell, targets, actionType).map((placed) => actionEntry(shell, placed, context)),
    ...placedAt(shell, targets, linkType).flatMap(linkEntry),
  ].sort((a, b) => (a.group ?? '').localeCompare(b.group ?? ''));
  const providers = placedAt(shell, targets, providerType);
  return {
    entries,
    load:
      providers.length === 0
        ? undefined
        : async () => (await Promise.all(providers.map((each) => provided(shell, each, context())))).flat(),
  };
}
