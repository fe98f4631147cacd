/** What the hub asks of the page around it: address, work item form, toast. boot wires it to Azure DevOps. */

/**
 * Query parameters that the hub reads and writes: `page` (`portfolio`: the models of all projects), `model`, `tab`,
 * `mitigation`, `threat`, `question`, `diagram`, `event`, `requirement`, `assumption`, `view` (one of several ways to
 * see a tab), `show` (a filter or a part), `list` (what a list shows: filters, order, columns), and `blast` (events or threats whose reach the diagram marks).
 */
export type HubQuery = Readonly<Record<string, string>>;

export interface HubNavigation {
  get(): Promise<HubQuery>;
  /** Replaces all of the hub's parameters; one that is absent goes away. */
  set(query: Record<string, string>): void;
  /** The same, in place of the address that is there: Back passes it over. */
  replace(query: Record<string, string>): void;
  /** Called when somebody else changes the address (Back, a link). Returns the way to stop. */
  onChange(listener: (query: HubQuery) => void): () => void;
  openWorkItem(id: number): Promise<void>;
  /** A page of Azure DevOps, beside this one. */
  openBeside(url: string): void;
  toast(message: string, action?: { readonly label: string; readonly run: () => void }): void;
}
