/** Italian: SENZA. */
import type { LanguageData } from './language-data';

export const italian: LanguageData = {
  language: 'it',
  keyword: 'SENZA',
  ambiguous: 'no',
  functionWords:
    'il di da del i gli dei delle della dello e è sono io voglio vorrei per poter con nel nella mio mia miei mie che di utente ' +
    'cliente quando deve possa può essere si suo sua questo questa come lo al alla dal non anche più in modo le',
  mentionBefore: 'il la lo gli le un una del parola clausola clausole termine non',
  mentionAfter: /^\s*(?:clausol[ae]\b|frontiere\b)/iu,
  withOr: /\bcon\s*(?:e|o|\/|e\/o)\s*$/iu,
  conjunctions: 'e ed o od né oppure ma anche',
  storyGoesOn: /,\s+(?:in modo (?:da|che io)|così da|per poter|affinché io|voglio|vorrei|desidero)/iu,
  storySentence: /^(?:come|in qualità di) .*\b(?:voglio|vorrei|desidero|vogliamo)\b/iu,
  abbreviations: 'p.es es ecc sig dott art pag n ca cfr',
  outcome: {
    harmless: new RegExp(
      "^(?:(?:un|una|alcun|alcuna|il|la|i|le|altri|ulteriori|nessun|nessuna)\\s+|un['’]|l['’])*(?:" +
        'ritardi|ritardo|attendere|attese?|account|javascript|problemi|errori|errore|sforzo|limiti|costi|costo|spese|' +
        'formazione|interruzioni|registrazione|registrar\\S*|connessione|internet|autorizzazion[ei]|permess[oi]|consenso|' +
        'crittografia|password|dubbio|dover|bisogno|uscire|ricaricare|cliccare|usare|installare|creare|accedere|' +
        'iva|perdita di qualità|perdite di memoria|cambiare|passare)(?![\\p{L}])',
      'iu',
    ),
    negatedBefore: /(?:\bnessuno\b|\bmai\b|\bnon (?:si )?(?:può|deve|possono|devono|potrà)(?!\p{L}))/iu,
    strong:
      'furto furti rubat* rubare rubi rubino fuga fughe divulg* esporre espost* espong* intercett* spiat* spiare imperson* falsific* manomess* manomett* manipol* hacker* pirat* frod* aggressor* attaccant* malevol* phishing dirott* abus* svel* sorvegli* truff* trafug* sottratt* violat* violare violazion* tracciat* tracciare',
    weak: 'perdere perda* perdita lett* vist* vendere venda* vendut* condivi* modificat* alter* cancellat* eliminat* trasmess* trasmett* visibil* pubblic* conservat* salvat* rivel* rischi* compromettere compromess* compromett* consultat* copiat* cedut* ceder* registrat*',
    phrases:
      /in chiaro|mani sbagliate|(?:essere|venga|sia|venire) (?:identificat|tracciat|seguit|riconosciut|localizzat)\p{L}*|prenda (?:il )?controllo/u,
    byActors:
      'leggere legga leggano vedere veda vedano acced* accesso conosc* sappia* sapere utilizz* usi usino usare seguire consult* copi* indovin* invi* ottien* ottener* fornire modific* ordini prenda* cambi* prendano guard* apra* aprano impari* sblocc* entri* sottragg* sposti*',
    modals: 'possa* possano permett*',
    ownSubject: /^che /u,
    harmlessSubject:
      /^che (?:io|noi|si debba|debba|(?:la|una|questa) (?:pagina|lista|sessione|finestra|app)|l (?:applicazione|utente|app)|gli utenti|il (?:sistema|browser|server|cliente|servizio|modulo))(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:qualcuno|altri|altre persone|altri (?:utenti|clienti)|terzi|terze parti|sconosciuti?|estranei|concorrenti|colleghi|inserzionisti|chiunque|criminali|malintenzionati|ladri|vicini|(?:che|da|dal) (?:il|la|l)? ?(?:fornitore|gestore|venditore|acquirente|corriere|operatore)|il mio (?:datore|capo)|mani sbagliate)(?!\p{L})/iu,
    assets:
      'dati dato carta bancari* identità privacy personal* riservat* segret* salute medic* sanitar* indirizzo e-mail email telefono posizione denaro soldi conto messaggi sessione chiav* ' +
      'stipendi* credenziali cronologia numero informazioni cartell* foto saldo documenti password',
    predicate: 'è sono deve devono sarà saranno può possono restituisce riceve',
  },
};
