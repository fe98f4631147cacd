/** Loading of a view; it lives among the shared parts. */
export { useLoad } from '../../ui/use-load';
export type { Load } from '../../ui/use-load';
