/** The pivots of a work page: its own, then the tabs that extensions contribute; the address says which is shown. */
import * as React from 'react';
import { contributionsTo, nameOf, textProperty, type PlacedContribution } from '../page/contributions';
import { changedQuery } from '../page/navigation';
import { useShell } from '../page/shell';
import { Notice } from '../parts/Notice';
import { TabList, type Tab } from '../parts/TabList';
import { ExtensionFrame } from '../xdm/ExtensionFrame';
import type { FramedPage } from '../xdm/framed-page';
import { followContext, type ContextFollower, type TabContext } from '../xdm/tab-context';

/** Query parameter with the full id of the contributed tab that is shown. */
export const paneParameter = 'pane';

interface PlacedTabProps {
  readonly placed: PlacedContribution;
  readonly context: TabContext;
}

/** The window is called as the tab says (`pageTitle`), until the tab is left. */
function nameWindow(page: FramedPage, context: TabContext): () => void {
  const before = document.title;
  let named: string | undefined;
  let wanted: 'yes' | 'no' = 'yes';
  void page.value('pageTitle', context).then((answer) => {
    if (wanted === 'no' || answer.kind !== 'answered' || typeof answer.value !== 'string') return;
    named = answer.value;
    document.title = named;
  });
  return () => {
    wanted = 'no';
    if (named !== undefined && document.title === named) document.title = before;
  };
}

function TabFrame({ placed, context }: PlacedTabProps): JSX.Element {
  const [load, setLoad] = React.useState({ context, generation: 0 });
  const follower = React.useRef<ContextFollower | undefined>(undefined);
  follower.current ??= followContext(context, (newest) =>
    setLoad(({ generation }) => ({ context: newest, generation: generation + 1 })),
  );
  const { current } = follower;
  React.useEffect(() => current.moved(context), [current, context]);
  const onOpen = React.useCallback(
    (page: FramedPage) => {
      const [closed, unnamed] = [current.opened(page), nameWindow(page, load.context)];
      return () => (closed(), unnamed());
    },
    [current, load.context],
  );
  return (
    <ExtensionFrame
      key={load.generation}
      placed={placed}
      configuration={load.context}
      sizing="fill"
      onOpen={onOpen}
    />
  );
}

/** What a tab says of itself; each may be left out. */
interface SelfDescription {
  readonly name?: string;
  readonly title?: string;
  readonly isInvisible?: boolean;
  readonly isDisabled?: boolean;
}

/** Asked of the object that the page registered, as values or as functions of the context. */
async function describe(page: FramedPage, context: TabContext): Promise<SelfDescription> {
  const [name, title, isInvisible, isDisabled] = await Promise.all(
    ['name', 'title', 'isInvisible', 'isDisabled'].map(async (each) => {
      const answer = await page.value(each, context);
      return answer.kind === 'answered' ? answer.value : undefined;
    }),
  );
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    isInvisible: isInvisible === true,
    isDisabled: isDisabled === true,
  };
}

interface BackgroundTabProps extends PlacedTabProps {
  readonly onDescribed: (described: SelfDescription) => void;
}

/** A tab that names itself is loaded once in the background: the manifest has no name for it, or says "dynamic". */
function BackgroundTab({ placed, context, onDescribed }: BackgroundTabProps): JSX.Element {
  const background = React.useMemo(() => ({ ...context, foregroundInstance: false }), [context]);
  const onOpen = React.useCallback(
    (page: FramedPage) => {
      let wanted: 'yes' | 'no' = 'yes';
      void describe(page, background).then((described) => wanted === 'yes' && onDescribed(described));
      return () => {
        wanted = 'no';
      };
    },
    [background, onDescribed],
  );
  return <ExtensionFrame placed={placed} configuration={background} sizing="none" onOpen={onOpen} />;
}

function namesItself({ contribution }: PlacedContribution): boolean {
  return contribution.properties['dynamic'] === true || textProperty(contribution, 'name') === undefined;
}

interface PivotsProps {
  readonly label: string;
  /** Target id under which extensions contribute tabs here. */
  readonly target: string;
  readonly own: readonly Tab[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
  /** What a contributed tab is told; undefined while there is nothing it could be about. */
  readonly context: TabContext | undefined;
  /** The view of the chosen own pivot. */
  readonly children: React.ReactNode;
}

/** The same object as long as it says the same, so that re-rendering tells nobody anything. */
function useSame(context: TabContext | undefined): TabContext | undefined {
  const text = JSON.stringify(context);
  return React.useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as TabContext)), [text]);
}

export function Pivots(props: PivotsProps): JSX.Element {
  const { label, target, own, chosen, choose, children } = props;
  const { bootstrap, navigation } = useShell();
  const [described, setDescribed] = React.useState<Readonly<Record<string, SelfDescription>>>({});
  const context = useSame(props.context);
  const placed = contributionsTo(bootstrap.extensions, { target, type: 'ms.vss-web.tab' });
  const { pathname, search } = navigation.current();
  const pane = new URLSearchParams(search).get(paneParameter);
  const shown = placed.find(({ contribution }) => contribution.fullId === pane);
  const tabs = placed.flatMap((each) => {
    const id = each.contribution.fullId;
    const { name, title, isInvisible, isDisabled } = described[id] ?? {};
    return isInvisible === true && each !== shown
      ? []
      : [{ id, text: name ?? nameOf(each), title, disabled: isDisabled }];
  });
  function go(id: string): void {
    if (own.some((tab) => tab.id === id)) return choose(id);
    navigation.move(pathname + changedQuery(search, { [paneParameter]: id }), 'push');
  }
  return (
    <React.Fragment>
      <TabList
        label={label}
        tabs={[...own, ...tabs]}
        chosen={shown?.contribution.fullId ?? chosen}
        choose={go}
      />
      {context &&
        placed.filter(namesItself).map((each) => {
          const id = each.contribution.fullId;
          return (
            <BackgroundTab
              key={id}
              placed={each}
              context={context}
              onDescribed={(said) => setDescribed((now) => ({ ...now, [id]: said }))}
            />
          );
        })}
      {!shown && children}
      {shown && context && <TabFrame key={shown.contribution.fullId} placed={shown} context={context} />}
      {shown && !context && (
        <Notice kind="empty" title="There is nothing to show">
          The team has no sprint yet.
        </Notice>
      )}
    </React.Fragment>
  );
}
