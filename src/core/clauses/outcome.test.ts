import { findClauses } from './find-clauses';

function kindOf(sentence: string): 'explicit' | 'suggested' | 'none' {
  const formats = { description: 'markdown', acceptanceCriteria: 'markdown' } as const;
  const found = findClauses({ title: '', description: sentence, acceptanceCriteria: '', formats });
  return found[0]?.kind ?? 'none';
}

test.each([
  ['hostile subjects whatever they do', 'I want to register without bots creating accounts.'],
  ['a person and a verb of entering', 'I want to let guests in without a former guest walking in.'],
  ['what is mine, and whatever is done to it', 'I want to share without my results being mixed up.'],
  ['rights that stay', 'I want to look into a tenant without having permanent admin rights.'],
  ['denial, in German', 'Ich möchte bestellen, ohne dass der Händler den Auftrag abstreitet.'],
  ['what becomes of mine, in German', 'Ich möchte teilen, ohne dass meine Bilder herumgezeigt werden.'],
  ['an attack, in French', 'Je veux acheter sans que le site tombe à cause d’une attaque.'],
  ['a law, in Spanish', 'Quiero medir campañas sin incumplir el RGPD.'],
  [
    'somebody who stays signed in',
    'I want a tablet for all without the colleague before me being signed in.',
  ],
  ['what is mine in the wrong place', 'I want to send a report without my passwords being in it.'],
  ['traces of somebody', 'I want to close my account without traces of me in the statistics.'],
  ['access to what is theirs', 'I want to help customers without getting access to their card numbers.'],
  ['real people in a test', 'I want to try out mails without real customers receiving them.'],
  ['search engines, in French', 'Je veux un lien sans que les moteurs de recherche le trouvent.'],
  ['a secret that is given away', 'I want to delegate without having to tell my deputy my PIN.'],
  ['what turns up elsewhere', 'I want two brands without orders of one turning up in another.'],
  [
    'access for good, in German',
    'Ich möchte Hilfe, ohne dem Anbieter ständigen Zugriff auf die Anlage zu gewähren.',
  ],
  ['what is private, in French', 'Je veux aider sans obtenir accès aux dossiers médicaux.'],
  ['a secret that is shared, in French', 'Je veux déléguer sans devoir communiquer mon mot de passe.'],
  ['access for good, in Spanish', 'Quiero ayuda sin dar a la empresa acceso permanente a mi red.'],
  ['real data, in Spanish', 'Quiero probar sin usar datos bancarios reales.'],
  ['a secret that is shared, in Italian', 'Voglio delegare senza dover dare le mie credenziali.'],
  ['an infection, in Italian', 'Voglio aprire gli allegati senza infettare la rete.'],
])('suggested: %s', (_, sentence) => expect(kindOf(sentence)).toBe('suggested'));

test.each([
  ['a person who only signs', 'I want to publish without my editor approving each one.'],
  ['an obligation of others', 'I want to publish without reviewers having to approve each of them.'],
  ['what is harmless to mine', 'I want to shop without my card being asked again.'],
  ['small talk', 'I want to order without talking to anyone.'],
  ['what stands there twice', 'I want to try again without duplicates in the report.'],
  ['the story’s own person', 'I want to read the news without being signed in.'],
  ['a technical term', 'The service is built without dependency injection.'],
  ['the verb of its sentence, in German', 'Damit ich ohne fremden Rat bestellen kann, brauche ich Bilder.'],
  [
    'a sentence that begins with it, in German',
    'Ohne Passwort kennt er mich nicht, ohne Karte zahlt er bar.',
  ],
  ['a secret that is asked for', 'I want to read on without having to enter my password again.'],
  ['what one must use, in Spanish', 'Quiero leer sin usar datos móviles.'],
  ['the product moves, in Spanish', 'Quiero mover tareas sin que el gráfico salte.'],
])('none: %s', (_, sentence) => expect(kindOf(sentence)).toBe('none'));

test.each<[string, 'explicit' | 'none']>([
  ['The reader works WITHOUT BATTERY for a day.', 'none'],
  ['AS A visitor I WANT TO print SO THAT I get in WITHOUT QUEUEING.', 'none'],
  ['I want to fail over WITHOUT DATA LEAKS at night.', 'explicit'],
  ['I want to fail over WITHOUT PII leaving the country.', 'explicit'],
])('capitals that go on behind the keyword: %s', (sentence, kind) => expect(kindOf(sentence)).toBe(kind));

test.each<[string, 'explicit' | 'none']>([
  ['**Without** my name being shown', 'explicit'],
  ['**Without** a token the call fails', 'none'],
])('a keyword in bold at the beginning, without a colon: %s', (sentence, kind) =>
  expect(kindOf(sentence)).toBe(kind),
);
