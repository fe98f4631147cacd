/**
 * Steps of a Test Case as the field Microsoft.VSTS.TCM.Steps holds them: XML whose texts are HTML that was escaped
 * once more. Ids count from 2; a step with an expected result is a ValidateStep.
 */
import { htmlPieces } from '../html-pieces';

export interface TestStep {
  readonly action: string;
  /** Empty = nothing is compared after this step. */
  readonly expected: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? '');
/** Characters that XML 1.0 knows not even escaped, halves of letters among them; and controls that it advises against. */
const noXml = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;

/** A text of a step: HTML, escaped for XML. */
function formatted(text: string): string {
  const html = text === '' ? '' : `<DIV><P>${escaped(text.replace(noXml, ''))}</P></DIV>`;
  return `<parameterizedString isformatted="true">${escaped(html)}</parameterizedString>`;
}

export function stepsXml(steps: readonly TestStep[]): string {
  const rows = steps.map(({ action, expected }, at) => {
    const type = expected === '' ? 'ActionStep' : 'ValidateStep';
    return `<step id="${at + 2}" type="${type}">${formatted(action)}${formatted(expected)}<description/></step>`;
  });
  return `<steps id="0" last="${steps.length + 1}">${rows.join('')}</steps>`;
}

const plain = (html: string): string =>
  htmlPieces(html)
    .map((piece) => (piece.kind === 'words' ? piece.text : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** What the field says, as plain texts: its marks of HTML and where its blanks stand do not count. */
export function readSteps(xml: string): readonly TestStep[] {
  const steps: TestStep[] = [];
  let texts: string[] | undefined;
  let text: string | undefined;
  for (const piece of htmlPieces(xml)) {
    if (piece.kind === 'words') text = text === undefined ? undefined : text + piece.text;
    else if (piece.name === 'step' && piece.kind === 'open') texts = [];
    else if (piece.name === 'step') {
      if (texts) steps.push({ action: plain(texts[0] ?? ''), expected: plain(texts[1] ?? '') });
      texts = undefined;
    } else if (piece.name === 'parameterizedstring') {
      if (piece.kind === 'open') text = '';
      else if (text !== undefined) {
        texts?.push(text);
        text = undefined;
      }
    }
  }
  return steps;
}

/** Whether both say the same to a tester. */
export function saySame(xml: string, steps: readonly TestStep[]): boolean {
  const there = readSteps(xml);
  const wanted = readSteps(stepsXml(steps));
  return (
    there.length === wanted.length &&
    there.every(
      ({ action, expected }, at) => action === wanted[at]?.action && expected === wanted[at]?.expected,
    )
  );
}
