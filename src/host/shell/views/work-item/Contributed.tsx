/** What extensions add to a form: groups at the end of its second column, pages as tabs, observers that nobody sees. */
import * as React from 'react';
import { contributionsTo, nameOf, numberProperty, type PlacedContribution } from '../../page/contributions';
import { useShell, type Shell } from '../../page/shell';
import type { FramedPage } from '../../xdm/framed-page';
import { ExtensionFrame } from '../../xdm/ExtensionFrame';
import type { FormStore } from './form-store';
import { readControls, type PlacedControl } from '../../rest/form-controls';
import { workItemListener, type WorkItemListener } from './listener';

const target = 'ms.vss-work-web.work-item-form';
const noConfiguration = {};

function placedAs(shell: Shell, type: string): PlacedContribution[] {
  return contributionsTo(shell.bootstrap.extensions, { target, type: `ms.vss-work-web.${type}` });
}

export function formPages(shell: Shell): PlacedContribution[] {
  return placedAs(shell, 'work-item-form-page');
}

interface FormFrameProps {
  readonly placed: PlacedContribution;
  readonly form: FormStore | undefined;
  readonly sizing: 'content' | 'fill' | 'none';
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/** One frame for item after item: the page hears of the change and is not loaded again. */
function FormFrame({ placed, form, sizing, configuration }: FormFrameProps): JSX.Element {
  const listener = React.useRef<WorkItemListener | undefined>(undefined);
  const newest = React.useRef(form);
  newest.current = form;
  const onOpen = React.useCallback((page: FramedPage) => {
    const opened = workItemListener(page);
    listener.current = opened;
    opened.show(newest.current);
    return () => {
      listener.current = undefined;
      opened.show(undefined);
    };
  }, []);
  React.useEffect(() => listener.current?.show(form), [form]);
  const current = React.useCallback(() => newest.current, []);
  return (
    <ExtensionFrame
      placed={placed}
      configuration={configuration ?? noConfiguration}
      sizing={sizing}
      height={numberProperty(placed.contribution, 'height')}
      form={current}
      onOpen={onOpen}
    />
  );
}

export function ContributedGroups({ form }: { readonly form: FormStore }): JSX.Element {
  const groups = placedAs(useShell(), 'work-item-form-group');
  return (
    <React.Fragment>
      {groups.map((placed) => (
        <section
          key={placed.contribution.fullId}
          className="form-section contributed"
          aria-label={nameOf(placed)}
        >
          <h2>{nameOf(placed)}</h2>
          <FormFrame placed={placed} form={form} sizing="content" />
        </section>
      ))}
    </React.Fragment>
  );
}

interface ControlProps {
  readonly placed: PlacedContribution;
  readonly control: PlacedControl;
  readonly form: FormStore;
}

/** The values of its inputs reach a control as `witInputs` of its configuration. */
function Control({ placed, control, form }: ControlProps): JSX.Element {
  const configuration = React.useMemo(
    () => ({
      witInputs: control.inputs,
      defaultHeight: numberProperty(placed.contribution, 'height') ?? null,
    }),
    [placed, control],
  );
  return (
    <section className="form-section contributed" aria-label={nameOf(placed)}>
      <h2>{control.inputs['Label'] ?? nameOf(placed)}</h2>
      <FormFrame placed={placed} form={form} sizing="content" configuration={configuration} />
    </section>
  );
}

interface ContributedControlsProps {
  readonly form: FormStore;
  readonly type: string;
}

/** The controls that an administrator put on the form of the type. */
export function ContributedControls({ form, type }: ContributedControlsProps): JSX.Element {
  const shell = useShell();
  const { connection } = shell;
  const [controls, setControls] = React.useState<readonly PlacedControl[]>([]);
  const declared = React.useMemo(() => placedAs(shell, 'work-item-form-control'), [shell]);
  const isNeeded = declared.length > 0;
  React.useEffect(() => {
    if (!isNeeded) return undefined;
    let wanted: 'yes' | 'no' = 'yes';
    // Without an answer the form stands all the same, as it would without controls.
    void readControls(connection).then(
      (read) => wanted === 'yes' && setControls(read),
      () => undefined,
    );
    return () => {
      wanted = 'no';
    };
  }, [connection, isNeeded]);
  return (
    <React.Fragment>
      {controls
        .filter((control) => control.type === '' || control.type === type)
        .map((control) => {
          const placed = declared.find(({ contribution }) => contribution.fullId === control.contributionId);
          const key = `${control.contributionId} ${control.type}`;
          return placed && <Control key={key} placed={placed} control={control} form={form} />;
        })}
    </React.Fragment>
  );
}

interface ContributedPagesProps {
  readonly form: FormStore;
  readonly pages: readonly PlacedContribution[];
  /** Id of the tab that is shown. */
  readonly chosen: string;
}

/** A page is loaded when its tab is first chosen, and kept while other tabs are shown. */
export function ContributedPages({ form, pages, chosen }: ContributedPagesProps): JSX.Element {
  const visited = React.useRef(new Set<string>());
  visited.current.add(chosen);
  return (
    <React.Fragment>
      {pages
        .filter((placed) => visited.current.has(placed.contribution.fullId))
        .map((placed) => (
          <div
            key={placed.contribution.fullId}
            className="form-panel"
            role="tabpanel"
            aria-label={nameOf(placed)}
            hidden={chosen !== placed.contribution.fullId}
          >
            <FormFrame placed={placed} form={form} sizing="fill" />
          </div>
        ))}
    </React.Fragment>
  );
}

/** Observers live as long as the page of the shell, from the first form on: so they also hear that a form was closed. */
export function Observers(): JSX.Element {
  const shell = useShell();
  const { forms } = shell;
  const [form, setForm] = React.useState(forms.current());
  const [needed, setNeeded] = React.useState<'yes' | 'no'>('no');
  React.useEffect(
    () =>
      forms.onChanged(() => {
        setForm(forms.current());
        setNeeded('yes');
      }),
    [forms],
  );
  if (needed === 'no') return <React.Fragment />;
  return (
    <React.Fragment>
      {placedAs(shell, 'work-item-notifications').map((placed) => (
        <FormFrame key={placed.contribution.fullId} placed={placed} form={form} sizing="none" />
      ))}
    </React.Fragment>
  );
}
