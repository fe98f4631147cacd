/** Shows one contribution's page in a frame and speaks Microsoft's own XDM with it. */
import { channelManager } from 'azdo-xdm';
import * as React from 'react';
import { nameOf, pageUrlOf, textProperty, type PlacedContribution } from '../page/contributions';
import { ThemeContext, useShell, type Shell } from '../page/shell';
import { Notice } from '../parts/Notice';
import { Waiting } from '../parts/Waiting';
import { services } from '../services';
import { themes } from '../themes/theme';
import type { FormStore } from '../views/work-item/form-store';
import { framedPage, registeredIds, type FramedPage } from './framed-page';
import { hostControl, type FrameEvents } from './host-control';
import { serviceDirectory } from './service-directory';

/** The original gives up five seconds after the frame's `load` when no handshake came. */
const handshakePatience = 5000;
/** After ten seconds it says that the page is slow, and goes on waiting. */
const slowPatience = 10_000;
/**
 * Much as the original frames pages where they share its origin: opaque, hence without any storage of the browser.
 * Downloads are allowed: this stands for a browser that refuses storage to other origins, and such a one gives files.
 */
const storageless =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-scripts allow-top-navigation';
/** Pages register their object at once or right after SDK.init(); waits before each question, in milliseconds. */
const registerPatience = [0, 300, 1200];

const oldSdk =
  'Its page uses the old VSS SDK (vss-web-extension-sdk), which is not supported here: it must move to azure-devops-extension-sdk.';

type FrameState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'shaken' }
  | { readonly phase: 'loaded' }
  | { readonly phase: 'failed'; readonly reason: string };

interface ExtensionFrameProps {
  readonly placed: PlacedContribution;
  readonly configuration: Readonly<Record<string, unknown>>;
  /** "fill" takes the room it is given; "content" grows as the page asks by SDK.resize; "none" is never seen. */
  readonly sizing: 'fill' | 'content' | 'none';
  /** Pixels of a "content" frame until the page asks for others. */
  readonly height?: number | undefined;
  /** The form around the frame. */
  readonly form?: (() => FormStore | undefined) | undefined;
  /** Told when the page has loaded; what it returns runs when the page goes away. */
  readonly onOpen?: ((page: FramedPage) => () => void) | undefined;
  /** Told the reason when the page could not be loaded. */
  readonly onFailed?: ((reason: string) => void) | undefined;
}

interface ChannelOptions {
  readonly frame: React.RefObject<HTMLIFrameElement>;
  readonly url: string;
  readonly shell: () => Shell;
  readonly placed: PlacedContribution;
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly events: FrameEvents;
  readonly form: (() => FormStore | undefined) | undefined;
}

type Channel = ReturnType<typeof channelManager.addChannel>;

/** One channel as long as the frame lives; it must stand before the page's first message, hence the layout effect. */
function useChannel(options: ChannelOptions): React.RefObject<Channel> {
  const channel = React.useRef<Channel | null>(null);
  const newest = React.useRef(options);
  newest.current = options;
  const { frame, url } = options;
  // `placed` is made anew at every look-up, the contribution in it never: a channel made anew would lose every function it lent.
  const { contribution } = options.placed;
  React.useLayoutEffect(() => {
    const target = frame.current?.contentWindow;
    if (!target) return undefined;
    const { configuration, events } = newest.current;
    const placed = { contribution, extension: newest.current.placed.extension };
    const shell = (): Shell => newest.current.shell();
    const releases: (() => void)[] = [];
    const opened = channelManager.addChannel(target, new URL(url).origin);
    const registry = opened.getObjectRegistry();
    registry.register('DevOps.HostControl', hostControl({ shell, placed, configuration, events }));
    const onRelease = (release: () => void): number => releases.push(release);
    const form = (): FormStore | undefined => newest.current.form?.() ?? shell().forms.current();
    const surroundings = { shell, placed, onRelease, form };
    registry.register('DevOps.ServiceManager', serviceDirectory(services, surroundings));
    channel.current = opened;
    return () => {
      channelManager.removeChannel(opened);
      channel.current = null;
      for (const release of releases) release();
    };
  }, [frame, url, contribution]);
  return channel;
}

/** Tells an open page about a new theme the way the SDK listens for it. */
function useThemeMessages(channel: React.RefObject<Channel>, phase: FrameState['phase']): void {
  const theme = React.useContext(ThemeContext);
  const sent = React.useRef(theme);
  React.useEffect(() => {
    if (phase === 'waiting' || sent.current === theme) return;
    sent.current = theme;
    const event = { detail: { data: themes[theme].data } };
    // A page that is being left never answers; nothing depends on the answer.
    void channel.current?.invokeRemoteMethod('dispatchEvent', 'DevOps.SdkClient', ['themeChanged', event]);
  }, [channel, theme, phase]);
}

/** Hands the loaded page to whoever wants to call it. In a layout effect, so that leaving is told while the channel stands. */
function useOpenPage(
  channel: React.RefObject<Channel>,
  phase: FrameState['phase'],
  { placed, onOpen }: Pick<ExtensionFrameProps, 'placed' | 'onOpen'>,
): void {
  const newest = React.useRef({ placed, onOpen });
  newest.current = { placed, onOpen };
  React.useLayoutEffect(() => {
    const opened = channel.current;
    if (phase !== 'loaded' || !opened || !newest.current.onOpen) return undefined;
    const page = framedPage({
      ask: (id) => opened.getRemoteObjectProxy(id),
      ids: registeredIds(newest.current.placed),
      patience: registerPatience,
    });
    return newest.current.onOpen(page);
  }, [channel, phase]);
}

/** True once a page has not finished loading for too long. */
function useSlowness(phase: FrameState['phase']): boolean {
  const [isSlow, setSlow] = React.useState(false);
  const isLoading = phase === 'waiting' || phase === 'shaken';
  React.useEffect(() => {
    if (!isLoading) return undefined;
    const timer = window.setTimeout(() => setSlow(true), slowPatience);
    return () => window.clearTimeout(timer);
  }, [isLoading]);
  return isLoading && isSlow;
}

/** The SDK before this one greets another object of the host, and would wait for its answer for ever. */
function useOldGreeting(frame: React.RefObject<HTMLIFrameElement>, onGreeting: () => void): void {
  const newest = React.useRef(onGreeting);
  newest.current = onGreeting;
  React.useEffect(() => {
    function onMessage({ source, data }: MessageEvent): void {
      if (source !== frame.current?.contentWindow || typeof data !== 'string') return;
      if (data.includes('"VSS.HostControl"') && data.includes('"initialHandshake"')) newest.current();
    }
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame]);
}

function useHandshakeTimer(state: FrameState, onLate: () => void): () => void {
  const timer = React.useRef<number | undefined>(undefined);
  React.useEffect(() => {
    if (state.phase !== 'waiting') window.clearTimeout(timer.current);
  }, [state.phase]);
  React.useEffect(() => () => window.clearTimeout(timer.current), []);
  return () => {
    window.clearTimeout(timer.current);
    if (state.phase === 'waiting') timer.current = window.setTimeout(onLate, handshakePatience);
  };
}

function OpenFrame(props: ExtensionFrameProps & { readonly url: string }): JSX.Element {
  const { placed, configuration, sizing, url, form } = props;
  const shell = useShell();
  const frame = React.useRef<HTMLIFrameElement>(null);
  const [state, setState] = React.useState<FrameState>({ phase: 'waiting' });
  const [height, setHeight] = React.useState(props.height);
  function fail(reason: string): void {
    setState({ phase: 'failed', reason });
    props.onFailed?.(reason);
  }
  const events: FrameEvents = {
    onHandshake: () => setState((now) => (now.phase === 'loaded' ? now : { phase: 'shaken' })),
    onLoaded: () => setState({ phase: 'loaded' }),
    onFailed: fail,
    onResize: (_width, wanted) => setHeight(wanted),
  };
  const channel = useChannel({ frame, url, shell: () => shell, placed, configuration, events, form });
  useOpenPage(channel, state.phase, props);
  useThemeMessages(channel, state.phase);
  const name = nameOf(placed);
  const seconds = handshakePatience / 1000;
  const late = `No answer from ${url} within ${seconds} seconds. Does the page exist, and does it call SDK.init()?`;
  const onFrameLoad = useHandshakeTimer(state, () => fail(late));
  useOldGreeting(frame, () => fail(oldSdk));
  const isSlow = useSlowness(state.phase);
  const style = sizing === 'content' && height !== undefined ? { height } : undefined;
  return (
    <div
      className={`extension-frame ${sizing}`}
      style={style}
      aria-busy={state.phase === 'waiting' || state.phase === 'shaken'}
    >
      {state.phase === 'failed' && (
        <Notice kind="error" title={`${name} could not be loaded`}>
          {state.reason}
        </Notice>
      )}
      {(state.phase === 'waiting' || state.phase === 'shaken') && (
        <Waiting label={isSlow ? `${name} is taking longer than usual to load` : `Loading ${name}`} />
      )}
      <iframe
        ref={frame}
        title={name}
        src={url}
        {...(shell.bootstrap.storage === 'blocked' ? { sandbox: storageless } : {})}
        onLoad={onFrameLoad}
        hidden={state.phase === 'failed'}
        data-contribution={placed.contribution.fullId}
      />
    </div>
  );
}

/** Known from its text, so that nobody has to wait for it in vain. */
function isOldPage({ contribution, extension }: PlacedContribution): boolean {
  const page = textProperty(contribution, 'uri')?.replace(/[?#].*$/, '');
  return page !== undefined && extension.oldSdkPages.includes(page);
}

/** A new person means a new page: its token and its user must not outlive the switch. */
export function ExtensionFrame(props: ExtensionFrameProps): JSX.Element {
  const { user } = useShell();
  const url = pageUrlOf(props.placed);
  const isOld = isOldPage(props.placed);
  const newest = React.useRef(props.onFailed);
  newest.current = props.onFailed;
  React.useEffect(() => {
    if (isOld) newest.current?.(oldSdk);
  }, [isOld]);
  if (isOld) {
    return (
      <Notice kind="error" title={`${nameOf(props.placed)} could not be loaded`}>
        {oldSdk}
      </Notice>
    );
  }
  if (!url) {
    return (
      <Notice kind="error" title={`${nameOf(props.placed)} has no page`}>
        Its contribution {props.placed.contribution.fullId} has no usable “uri” in the manifest.
      </Notice>
    );
  }
  return <OpenFrame key={`${user.id} ${props.placed.contribution.fullId}`} {...props} url={url} />;
}
