/** A part of a diagram as a still picture in the colours of the page, and the same in words. */
import './drawing.css';
import * as React from 'react';
import type { PartPicture } from '../core/diagram/part-picture';
import { pictureSvg, themePalette } from '../core/diagram/svg';
import { counted } from './words';

export interface DrawingProps {
  readonly part: PartPicture;
  /** What it is a picture of. */
  readonly title: string;
  /** Unlike that of any other drawing on the page; letters and digits. */
  readonly name: string;
}

/** CSS pixels per diagram unit. */
const leastScale = 0.7;

/** Every text in it is escaped (core/diagram/svg); read as a picture, a text cannot become a part of the page either. */
function svgNode(source: string): Node {
  const page = new DOMParser().parseFromString(source, 'image/svg+xml');
  const drawn = document.importNode(page.documentElement, true);
  // Smaller, nobody reads the names: then the box scrolls.
  drawn.style.minWidth = `${Number(drawn.getAttribute('width')) * leastScale}px`;
  return drawn;
}

export default function Drawing({ part, title, name }: DrawingProps): React.ReactElement {
  const { picture, marks, words, elsewhere } = part;
  const box = React.useRef<HTMLDivElement>(null);
  React.useLayoutEffect(() => {
    const description = words.join(' ');
    const source = pictureSvg(picture, { title, description, name, colours: themePalette, marks });
    box.current?.replaceChildren(svgNode(source));
  }, [picture, marks, words, title, name]);
  return (
    <figure className="wo-drawing">
      <div ref={box} className="wo-drawing-box" role="group" aria-label={title} tabIndex={0} />
      <figcaption>
        {part.diagram.name}
        {elsewhere > 0 && `; ${counted(elsewhere, 'more place')} not shown here`}
      </figcaption>
      <details>
        <summary>The picture in words</summary>
        <ul>
          {words.map((sentence, at) => (
            <li key={`${at} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
