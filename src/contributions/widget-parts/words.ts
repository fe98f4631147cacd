/** Numbers in a widget, as everywhere in the product. A widget does not load the words of all pages. */
export function points(value: number): string {
  const digits = value > 0 && value < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
export const percent = (share: number): string => `${Math.round(share * 100)}%`;
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
/** Why there is nothing to show; `chosen`: the id of the one model that the widget is about, if it is about one. */
export const noModel = (chosen: string | undefined): string =>
  chosen === undefined
    ? 'There is no threat model yet. Make one in the hub “Threat models”.'
    : 'The threat model that was chosen for this widget is gone. Choose another one in its configuration.';
