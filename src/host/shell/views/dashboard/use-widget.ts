/** Keeps the page of one widget told about its settings, and says what it made of them. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import type { FramedPage } from '../../xdm/framed-page';
import { isBlocked, loadWidget, reloadWidget, type WidgetFace, type WidgetSettings } from './widget-calls';

export interface WidgetLife {
  readonly face: WidgetFace;
  /** For the frame: the page stands. Returns the way to say that it is gone. */
  readonly onOpen: (page: FramedPage) => () => void;
  readonly onFailed: (reason: string) => void;
}

interface Wishes {
  readonly settings: WidgetSettings;
  /** Told once the widget stands, or has failed: the dashboard waits for all of them. */
  readonly onSettled: (page: FramedPage | undefined) => void;
  /** Instead of load at the start. */
  readonly first?: (page: FramedPage, settings: WidgetSettings) => Promise<WidgetFace>;
}

export function useWidget({ settings, onSettled, first }: Wishes): WidgetLife {
  const { user } = useShell();
  const [face, setFace] = React.useState<WidgetFace>({ kind: 'loading' });
  const page = React.useRef<FramedPage | undefined>(undefined);
  const told = React.useRef('');
  const question = React.useRef(0);
  const newest = React.useRef({ settings, onSettled, first });
  newest.current = { settings, onSettled, first };
  /** Only the answer to the newest question counts. */
  const show = React.useCallback(async (asked: Promise<WidgetFace>) => {
    question.current += 1;
    const mine = question.current;
    const answer = await asked;
    if (mine === question.current) setFace(answer);
  }, []);
  const onOpen = React.useCallback(
    (opened: FramedPage) => {
      page.current = opened;
      const start = newest.current;
      told.current = JSON.stringify(start.settings);
      const begin = async (): Promise<WidgetFace> =>
        user.level === 'stakeholder' && (await isBlocked(opened, start.settings))
          ? { kind: 'blocked' }
          : (start.first ?? loadWidget)(opened, start.settings);
      void show(begin()).then(() => start.onSettled(opened));
      return () => {
        page.current = undefined;
        question.current += 1;
      };
    },
    [show, user.level],
  );
  const text = JSON.stringify(settings);
  React.useEffect(() => {
    const opened = page.current;
    if (!opened || told.current === text) return;
    told.current = text;
    void show(reloadWidget(opened, newest.current.settings));
  }, [text, show]);
  const onFailed = React.useCallback(() => newest.current.onSettled(undefined), []);
  return { face, onOpen, onFailed };
}
