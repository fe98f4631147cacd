/** Shows the HTML or Markdown of a long text field; HTML only through the allow-list, Markdown as it was written. */
import * as React from 'react';
import { safeFragment } from './safe-html';

interface RichTextProps {
  readonly text: string;
  readonly format: 'html' | 'markdown';
}

export function RichText({ text, format }: RichTextProps): JSX.Element {
  const box = React.useRef<HTMLDivElement>(null);
  React.useLayoutEffect(() => {
    if (format === 'html') box.current?.replaceChildren(safeFragment(text, document));
  }, [text, format]);
  if (format === 'markdown') return <pre className="rich-text markdown">{text}</pre>;
  return <div className="rich-text" ref={box} />;
}
