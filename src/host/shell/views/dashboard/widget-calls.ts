/** What a dashboard asks of the object that a widget's page registered, and what its answers mean. */
import type { Widget, WidgetSize } from '../../rest/dashboards';
import type { CallOutcome, FramedPage } from '../../xdm/framed-page';

/** WidgetSettings of the API: what a widget is told of itself. */
export interface WidgetSettings {
  readonly name: string;
  readonly size: WidgetSize;
  readonly customSettings: {
    readonly data: string | null;
    readonly version: Widget['settingsVersion'];
  };
  readonly lightboxOptions?: object;
}

export type WidgetFace =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown' }
  | { readonly kind: 'unconfigured' }
  /** It asked not to be shown to people who may only look on. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'failed'; readonly reason: string };

export function settingsOf({ name, size, settings, settingsVersion }: Widget): WidgetSettings {
  return { name, size, customSettings: { data: settings, version: settingsVersion } };
}

const generic = 'The widget failed to load, and its author does not want the reason to be shown.';

/** WidgetStatusHelper.Failure rejects with `{message, isUserVisible, isRichText}`; rich text is for Microsoft's own alone. */
function reasonOf(problem: unknown): string {
  if (typeof problem !== 'object' || problem === null) return String(problem);
  if (Reflect.get(problem, 'isUserVisible') === false) return generic;
  const message: unknown = Reflect.get(problem, 'message');
  return typeof message === 'string' && message !== '' ? message : 'The widget failed without a reason.';
}

/** WidgetStatusType of the API: 0 success, 1 failure, 2 unconfigured. What answers no status has succeeded. */
function faceOf(outcome: CallOutcome, method: string): WidgetFace {
  if (outcome.kind === 'failed') return { kind: 'failed', reason: reasonOf(outcome.problem) };
  if (outcome.kind === 'absent') {
    const reason = `Its page registered no object with a function ${method} under the id of the widget.`;
    return { kind: 'failed', reason };
  }
  const { value } = outcome;
  const status: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'statusType') : undefined;
  if (status === 2) return { kind: 'unconfigured' };
  return status === 1 ? { kind: 'failed', reason: reasonOf(value) } : { kind: 'shown' };
}

/** `preload` paints what is at hand; whether the widget stands is said by `load`. */
export async function loadWidget(page: FramedPage, settings: WidgetSettings): Promise<WidgetFace> {
  const early = await page.call('preload', settings);
  if (early.kind === 'failed') return faceOf(early, 'preload');
  return faceOf(await page.call('load', settings), 'load');
}

/** A widget that cannot be configured has no `reload`; it is loaded again. */
export async function reloadWidget(page: FramedPage, settings: WidgetSettings): Promise<WidgetFace> {
  const outcome = await page.call('reload', settings);
  return outcome.kind === 'absent' ? loadWidget(page, settings) : faceOf(outcome, 'reload');
}

export async function enlargeWidget(
  page: FramedPage,
  settings: WidgetSettings,
  box: { readonly width: number; readonly height: number },
): Promise<WidgetFace> {
  const outcome = await page.call('lightbox', settings, box);
  return outcome.kind === 'absent' ? loadWidget(page, settings) : faceOf(outcome, 'lightbox');
}

export async function isBlocked(page: FramedPage, settings: WidgetSettings): Promise<boolean> {
  const outcome = await page.call('disableWidgetForStakeholders', settings);
  return outcome.kind === 'answered' && outcome.value === true;
}

/** What the configuration of a widget wants to be kept; "invalid" where it does not want to be saved as it is. */
export type Saving =
  | {
      readonly kind: 'valid';
      readonly data: string | null;
      readonly version: Widget['settingsVersion'] | undefined;
    }
  | { readonly kind: 'invalid' };

/** WidgetConfigurationSave.Invalid rejects, with `{isValid: false}`. */
export async function askToSave(page: FramedPage): Promise<Saving> {
  const outcome = await page.call('onSave');
  if (outcome.kind !== 'answered' || typeof outcome.value !== 'object' || outcome.value === null)
    return { kind: 'invalid' };
  const status = outcome.value as {
    readonly isValid?: unknown;
    readonly customSettings?: { readonly data?: unknown; readonly version?: Widget['settingsVersion'] };
  };
  if (status.isValid !== true) return { kind: 'invalid' };
  const data = status.customSettings?.data;
  return {
    kind: 'valid',
    data: typeof data === 'string' ? data : null,
    version: status.customSettings?.version,
  };
}

/** ConfigurationEvent of the API. */
export const configurationEvents = {
  change: 'ms.vss-dashboards-web.configurationChange',
  error: 'ms.vss-dashboards-web.configurationError',
  general: 'ms.vss-dashboards-web.generalSettingsChanged',
} as const;
