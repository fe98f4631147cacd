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
  mentionAfter:
    /^\s*(?:clausol[ae]\b|frontiere\b|(?:questo|questa|di (?:esso|essa|questo|ciò)|ciò)(?:\s*(?:$|[.,;!?)])))/iu,
  withOr: /\bcon\s*(?:e|o|\/|e\/o)\s*$/iu,
  conjunctions: 'e ed o od né oppure ma anche',
  storyGoesOn: /,\s+(?:in modo (?:da|che io)|così da|per poter|affinché io|voglio|vorrei|desidero)/iu,
  storySentence: /^(?:come|in qualità di) .*\b(?:voglio|vorrei|desidero|vogliamo)\b/iu,
  abbreviations: 'p.es es ecc sig dott art pag n ca cfr cap sez fig',
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
      'furto furti rubat* rubare rubi rubino fuga fughe divulg* esporre espost* espong* intercett* spiat* spiare imperson* falsific* manomess* manomett* manipol* hacker* pirat* frod* aggressor* attaccant* malevol* phishing dirott* abus* svel* sorvegli* truff* trafug* sottratt* violat* violare violazion* tracciat* tracciare ladro ladri ladra intruso intrusi malintenzionat* truffator* impostor* criminal*',
    weak: 'perdere perda* perdita lett* vist* vendere venda* vendut* condivi* modificat* alter* cancellat* eliminat* trasmess* trasmett* visibil* pubblic* conservat* salvat* rivel* rischi* compromettere compromess* compromett* consultat* copiat* cedut* ceder* registrat* leggibil* accessibil* utilizzabil* appai* appar* compai* compar* mostr* conoscere leggere',
    phrases:
      /in chiaro|mani sbagliate|(?:essere|venga|sia|venire) (?:identificat|tracciat|seguit|riconosciut|localizzat)\p{L}*|prenda (?:il )?controllo|t(?:enga|engano|enere) traccia|lasci(?:are|no|ar)? tracc(?:e|ia)|profilo (?:di me|dei miei|delle mie)|apr(?:ire|a|ano) (?:la|una) porta|si sappia chi|(?:per me|a nome mio|al posto mio)(?!\p{L})|risal(?:ga|gano|ire|ga) a|port(?:i|ino|are) via|rest(?:i|ino) valid|ancora valid|(?:due|più) volte|(?:per|da|a) (?:gente|persone) (?:di fuori|estern|estrane)|fuori dall azienda|registrare (?:chi|dove)/u,
    byActors:
      'leggere legga leggano vedere veda vedano acced* accesso conosc* sappia* sapere utilizz* usi usino usare seguire consult* copi* indovin* invi* ottien* ottener* fornire modific* ordini prenda* cambi* prendano guard* apra* aprano impari* sblocc* entri* sottragg* sposti* riconosc* deduc* raccolg* accaparr* conserv* aprire tenga* ricostruisc* scarich* scaric* racconti* ascolt* senta* present* porti portino registr* decifr* firmi* faccia* ritocc* scopr*',
    modals: 'possa* possano permett*',
    ownSubject: /^che /u,
    harmlessSubject:
      /^che (?:io|noi|si debba|debba|(?:la|una|questa) (?:pagina|lista|sessione|finestra|app)|l (?:applicazione|utente|app)|gli utenti|il (?:sistema|browser|server|cliente|servizio|modulo))(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:^che nessuno|qualcuno|altri|altre persone|altri (?:utenti|clienti)|terzi|terze parti|sconosciuti?|intrus[oi]|estranei|concorrenti|colleghi|inserzionisti|chiunque|criminali|malintenzionati|ladri|vicini|(?:che|da|dal) (?:il|la|l)? ?(?:fornitore|gestore|venditore|acquirente|corriere|operatore)|il mio (?:datore|capo)|mani sbagliate)(?!\p{L})/iu,
    people:
      'vicin* passante passanti visitator* ospit* pazient* alunn* student* compagn* candidat* professor* insegnant* maestr* infermier* medic* cassier* camerier* conducent* autist* inquilin* proprietari* padron* acquirent* compratore compratori venditor* agent* mediator* membr* giocator* avversari* dipendent* lavorator* personale fornitor* appaltator* tecnic* amministrator* operator* gestor* capo capi responsabil* collegh* colleg* amic* parent* familiar* padre madre genitor* figlio figlia figli bambin* fratell* sorell* marito moglie coinquilin* successor* predecessor* cittadin* elettor* giornalist* polizi* testimon* assicurator* assistent* segretari* segreteria receptionist corriere corrieri postino uomo uomini donna donne gente persona persone ladr* truffator* imbroglion* concorrent* donator* passegger* pedon* squadra portier* custode nessuno qualcuno chiunque destinatari* mittent* ex prossim* precedent* altro altra figlia figlio nipot* cugin* zio zia assicurazion* giuria chi datore',
    mine: 'mio mia miei mie nostr* mi',
    assets:
      'dati dato carta bancari* identità privacy personal* riservat* segret* salute medic* sanitar* indirizzo e-mail email telefono posizione denaro soldi conto messaggi sessione chiav* ' +
      'stipendi* credenziali cronologia numero informazioni cartell* foto saldo documenti password nome nomi reddito note bozz* numeri passaport* fattur* stipendi*',
    predicate: 'è sono deve devono sarà saranno può possono restituisce riceve',
  },
};
