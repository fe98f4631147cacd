/** Card rules as REST shows them: every value a text, the conditions of the filter beside it. */
import type { Site } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { RULE_TYPES, type CardRule, type CardRules } from '../../boards/board-settings';
import type { BacklogLevel } from '../../processes/process';
import { boardUrl, cardLinks } from './board-shape';

export function cardRulesShape(rules: CardRules, level: BacklogLevel, site: Site): Record<string, unknown> {
  return {
    rules: shownRules(rules),
    url: new Url(`${boardUrl(level, site)}/cardrulesettings`),
    _links: cardLinks(level, site, 'cardrulesettings'),
  };
}

/** `fill` and `tagStyle` are always there, the others once they have a rule. */
function shownRules(rules: CardRules): Record<string, unknown> {
  return Object.fromEntries(
    RULE_TYPES.flatMap((type) => {
      const list = rules[type] ?? [];
      const isShown = list.length > 0 || type === 'fill' || type === 'tagStyle';
      return isShown ? [[type, list.map(shownRule)]] : [];
    }),
  );
}

function shownRule(rule: CardRule): Record<string, unknown> {
  return {
    name: rule.name,
    isEnabled: rule.isEnabled ? 'True' : 'False',
    filter: rule.filter,
    clauses: rule.clauses,
    settings: rule.settings,
  };
}
