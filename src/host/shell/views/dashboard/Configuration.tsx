/** The pane in which a widget is configured: its name and size, and the page of its extension below them. */
import * as React from 'react';
import { contributionById, type PlacedContribution } from '../../page/contributions';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import type { Widget, WidgetType } from '../../rest/dashboards';
import { ExtensionFrame } from '../../xdm/ExtensionFrame';
import type { FramedPage } from '../../xdm/framed-page';
import { askToSave, configurationEvents, settingsOf } from './widget-calls';

interface ConfigurationProps {
  readonly widget: Widget;
  readonly type: WidgetType;
  /** Shows the widget on the dashboard as it would be; told the saved one when nothing was changed. */
  readonly preview: (widget: Widget) => void;
  /** Resolves to whether it was kept. */
  readonly save: (widget: Widget) => Promise<boolean>;
  readonly close: () => void;
}

const noConfiguration = {};
const invalid = 'The configuration is not valid. Correct it and save again.';

interface Notified {
  readonly data?: unknown;
}

/** What the page of a configuration may tell its host, by the name of the event. */
function notifier(set: {
  readonly data: (data: string | null, version: Widget['settingsVersion'] | undefined) => void;
  readonly error: (text: string) => void;
  readonly general: (name: unknown, size: unknown) => void;
}) {
  return async (event: string, args: Notified | undefined) => {
    const data = args?.data;
    if (event === configurationEvents.change && typeof data === 'object' && data !== null) {
      const text: unknown = Reflect.get(data, 'data');
      const version = Reflect.get(data, 'version') as Widget['settingsVersion'] | undefined;
      set.data(typeof text === 'string' ? text : null, version);
    } else if (event === configurationEvents.error) set.error(String(data));
    else if (event === configurationEvents.general && typeof data === 'object' && data !== null)
      set.general(Reflect.get(data, 'WidgetName'), Reflect.get(data, 'WidgetSize'));
    else throw new Error(`The notification ${event} needs an argument {data: …} that fits it.`);
    return { getResponse: async () => '' };
  };
}

/** The draft of a widget, shown on the dashboard as it changes, and its page told of name and size. */
function useDraft({ widget, preview }: ConfigurationProps) {
  const [draft, setDraft] = React.useState(widget);
  const [error, setError] = React.useState<string | undefined>(undefined);
  const page = React.useRef<FramedPage | undefined>(undefined);
  const newest = React.useRef({ draft, preview });
  newest.current = { draft, preview };
  const change = React.useCallback((changes: Partial<Widget>) => {
    const next = { ...newest.current.draft, ...changes };
    newest.current.draft = next;
    setDraft(next);
    newest.current.preview(next);
  }, []);
  const changeGeneral = (changes: Partial<Pick<Widget, 'name' | 'size'>>): void => {
    change(changes);
    const { name, size } = newest.current.draft;
    void page.current?.call('listen', configurationEvents.general, {
      data: { WidgetName: name, WidgetSize: size },
    });
  };
  const onOpen = React.useCallback(
    (opened: FramedPage) => {
      page.current = opened;
      const notify = notifier({
        data: (settings, version) =>
          change({ settings, ...(version === undefined ? {} : { settingsVersion: version }) }),
        error: setError,
        general: (name, size) =>
          change({
            ...(typeof name === 'string' ? { name } : {}),
            ...(typeof size === 'object' && size !== null ? { size: size as Widget['size'] } : {}),
          }),
      });
      void opened.call('load', settingsOf(newest.current.draft), { notify }).then((outcome) => {
        if (outcome.kind === 'failed')
          setError(
            String(Reflect.get(Object(outcome.problem), 'message') ?? 'The configuration failed to load.'),
          );
        if (outcome.kind === 'absent')
          setError('The page of the configuration registered no object with a function load.');
      });
      return () => {
        page.current = undefined;
      };
    },
    [change],
  );
  return { draft, changeGeneral, change, error, setError, page, onOpen };
}

interface GeneralProps {
  readonly type: WidgetType;
  readonly draft: Widget;
  readonly change: (changes: Partial<Pick<Widget, 'name' | 'size'>>) => void;
}

function General({ type, draft, change }: GeneralProps): JSX.Element {
  const at = type.allowedSizes.findIndex(
    (size) => size.columnSpan === draft.size.columnSpan && size.rowSpan === draft.size.rowSpan,
  );
  return (
    <div className="general">
      {type.isNameConfigurable && (
        <label>
          Name
          <input value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        </label>
      )}
      <label>
        Size
        <select
          value={at}
          onChange={(event) => change({ size: type.allowedSizes[Number(event.target.value)] ?? draft.size })}
        >
          {at < 0 && (
            <option value={-1}>
              {draft.size.columnSpan} × {draft.size.rowSpan}
            </option>
          )}
          {type.allowedSizes.map((size, place) => (
            <option key={`${size.columnSpan} ${size.rowSpan}`} value={place}>
              {size.columnSpan} × {size.rowSpan}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface OwnPageProps {
  readonly id: string;
  readonly onOpen: (page: FramedPage) => () => void;
}

function OwnPage({ id, onOpen }: OwnPageProps): JSX.Element {
  const { bootstrap } = useShell();
  const placed: PlacedContribution | undefined = contributionById(bootstrap.extensions, id);
  if (!placed)
    return (
      <Notice kind="error" title="The configuration is missing">
        No installed extension has the contribution {id}.
      </Notice>
    );
  return <ExtensionFrame placed={placed} configuration={noConfiguration} sizing="fill" onOpen={onOpen} />;
}

export function Configuration(props: ConfigurationProps): JSX.Element {
  const { widget, type, save, close } = props;
  const { draft, change, changeGeneral, error, setError, page, onOpen } = useDraft(props);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(widget);
  async function submit(event: React.SyntheticEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    let kept = draft;
    if (page.current) {
      const saving = await askToSave(page.current);
      if (saving.kind === 'invalid') return setError(invalid);
      kept = { ...draft, settings: saving.data, settingsVersion: saving.version ?? draft.settingsVersion };
      change(kept);
    }
    const opened = page.current;
    if (!(await save(kept))) return;
    await opened?.call('onSaveComplete');
    close();
  }
  const own = type.configurationContributionId;
  return (
    <aside className="side-pane" aria-label={`Configure ${widget.name}`}>
      <header>
        <h2>Configuration</h2>
        <button type="button" className="icon-button" aria-label="Close Configuration" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <form className="configuration" onSubmit={(event) => void submit(event)}>
        {error !== undefined && (
          <p className="form-message error" role="alert">
            <Icon name="error" /> {error}
          </p>
        )}
        <General type={type} draft={draft} change={changeGeneral} />
        {own === null ? <div className="own-configuration" /> : <OwnPage id={own} onOpen={onOpen} />}
        <footer>
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={!isChanged || draft.name.trim() === ''}>
            Save
          </button>
        </footer>
      </form>
    </aside>
  );
}
