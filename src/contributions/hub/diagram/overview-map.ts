/**
 * The small picture of the whole diagram, with a frame around what is in sight; a press or a pull there goes to the
 * place. One path for each kind of part, so that 1,000 parts cost three nodes. (X6's own overview draws every cell
 * a second time, at once and whole: with 1,000 elements the page stood still for minutes.)
 */
import type { Picture } from '../../../core/diagram/picture';
import type { Point, Rectangle } from '../../../core/model/parts';

const namespace = 'http://www.w3.org/2000/svg';

function child<K extends keyof SVGElementTagNameMap>(parent: Element, name: K, className: string) {
  const made = document.createElementNS(namespace, name);
  made.setAttribute('class', className);
  parent.appendChild(made);
  return made;
}

const boxPath = ({ x, y, width, height }: Rectangle) => `M${x} ${y}h${width}v${height}h${-width}z`;

export class OverviewMap {
  readonly #svg: SVGSVGElement;
  readonly #boundaries: SVGPathElement;
  readonly #lines: SVGPathElement;
  readonly #elements: SVGPathElement;
  readonly #frame: SVGRectElement;

  constructor(
    private readonly container: HTMLElement,
    private readonly onGo: (to: Point) => void,
  ) {
    this.#svg = child(container, 'svg', 'wo-dfd-overview');
    this.#boundaries = child(this.#svg, 'path', 'wo-dfd-overview-boundary');
    this.#lines = child(this.#svg, 'path', 'wo-dfd-overview-line');
    this.#elements = child(this.#svg, 'path', 'wo-dfd-overview-element');
    this.#frame = child(this.#svg, 'rect', 'wo-dfd-overview-frame');
    this.#svg.addEventListener('pointerdown', this.#press);
    this.#svg.addEventListener('pointermove', this.#pull);
  }

  readonly #press = (event: PointerEvent) => {
    this.#svg.setPointerCapture(event.pointerId);
    this.#go(event);
  };
  readonly #pull = (event: PointerEvent) => {
    if (event.buttons === 1) this.#go(event);
  };

  #go({ clientX, clientY }: PointerEvent): void {
    const matrix = this.#svg.getScreenCTM();
    if (!matrix) return;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    this.onGo({ x, y });
  }

  show({ elements, boundaries, lines, bounds }: Picture): void {
    this.container.hidden = bounds === undefined;
    if (!bounds) return;
    const air = Math.max(bounds.width, bounds.height) / 40;
    const box = [bounds.x - air, bounds.y - air, bounds.width + 2 * air, bounds.height + 2 * air];
    this.#svg.setAttribute('viewBox', box.join(' '));
    const zones = boundaries.flatMap(({ shape }) => (shape.kind === 'box' ? boxPath(shape.box) : []));
    this.#boundaries.setAttribute('d', zones.join(''));
    const ways = lines.map(({ path: { from, via, to } }) => {
      const [first, ...rest] = [from, ...via, to];
      return first ? `M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`).join('')}` : '';
    });
    this.#lines.setAttribute('d', ways.join(''));
    this.#elements.setAttribute('d', elements.map((element) => boxPath(element.box)).join(''));
  }

  /** What is in sight, in diagram units. */
  see({ x, y, width, height }: Rectangle): void {
    for (const [name, value] of Object.entries({ x, y, width, height }))
      this.#frame.setAttribute(name, String(value));
  }

  dispose(): void {
    this.#svg.remove();
  }
}
