/** Italian: SENZA. */
import type { LanguageData } from './language-data';

export const italian: LanguageData = {
  language: 'it',
  keyword: 'SENZA',
  ambiguous: 'no',
  functionWords:
    'il di da del i gli dei delle della dello e è sono io voglio vorrei per poter con nel nella mio mia miei mie che di utente ' +
    'cliente quando deve possa può essere si suo sua questo questa come lo al alla dal non anche più in modo le',
  mentionBefore: 'il la lo gli le un una nessun del parola clausola clausole termine non',
  mentionAfter:
    /^\s*(?:in (?:maiuscol[oe]|minuscol[oe]|stampatello|grassetto|corsivo)\b|clausol[ae]\b|frontiere\b|(?:questo|questa|di (?:esso|essa|questo|ciò)|ciò)(?:\s*(?:$|[.,;!?)])))/iu,
  withOr: /\bcon\s*(?:e|o|\/|e\/o)\s*$/iu,
  conjunctions: 'e ed o od né oppure ma anche',
  storyGoesOn:
    /,\s+(?:e (?:voglio|vorrei)|in modo (?:da|che io)|così(?!\p{L})|per poter|affinché(?!\p{L})|voglio|vorrei|desidero)/iu,
  storySentence: /^(?:come|in qualità di) .*\b(?:voglio|vorrei|desidero|vogliamo)\b/iu,
  templateOpening: /^(?:come|voglio|vorrei|per|affinché|dat[oaie]|quando|allora)(?!\p{L})/iu,
  purposeLine: /^(?:affinché|per (?:poter|non)|in modo (?:da|che)|così da)(?!\p{L})/iu,
  forbidsWithout:
    /(?<!\p{L})(?:non|nessuno|nessuna? \p{L}+) (?:si )?(?:può|deve|possono|devono|potrà)(?: \p{L}+){0,3} $/iu,
  abbreviations: 'p.es es ecc sig dott art pag n ca cfr cap sez fig',
  outcome: {
    harmless: new RegExp(
      "^(?:(?:un|una|alcun|alcuna|il|la|i|le|altri|ulteriori|nessun|nessuna)\\s+|un['’]|l['’])*(?:" +
        'ritardi|ritardo|attendere|attese?|account|javascript|problemi|errori|errore|sforzo|limiti|costi|costo|spese|' +
        'formazione|interruzioni|registrazione|registrar\\S*|connessione|internet|autorizzazion[ei]|permess[oi]|consenso|' +
        'crittografia|password|dubbio|dover(?!e? (?:dar|condividere|comunicare|consegnare|inviare|affidare))|bisogno|uscire|ricaricare|cliccare|usare (?!dati (?:\\p{L}+ )?(?:reali|veri))|installare|creare|accedere|' +
        'iva|perdita di qualità|perdite di memoria|cambiare|passare)(?![\\p{L}])',
      'iu',
    ),
    negatedBefore: /(?:\bnessuno\b|\bmai\b|\bnon (?:si )?(?:può|deve|possono|devono|potrà)(?!\p{L}))/iu,
    strong:
      'furto furti rubat* rubare rubi rubino fuga fughe divulg* esporre espost* espong* intercett* spiat* spiare ' +
      'imperson* falsific* manomess* manomett* manipol* hacker* pirat* frod* aggressor* malevol* phishing dirott* ' +
      'abus* svel* sorvegli* truff* trafug* sottratt* violat* violare violazion* tracciat* tracciare ladro ladri ' +
      'ladra intruso intrusi malintenzionat* impostor* criminal* attacc* negare neghi neghino nega negando ripudi* ' +
      'disconosc* sabot* bot virus trojan* ricatt* illecit* illegal* illegittim* indebit* segretamente nascosto ' +
      'insaputa spalle inosservat* ingann* raggir* imbrogl* barare bari brogli aggir* elud* iniett* infett* ' +
      'contagi* smascher* deanonim* identificare identifichi* profilat* profilare profilazione geolocalizz* sbirci* ' +
      'origli* curios* molest* discrimin* infrang* truccat* truccare trucchi contraff* adulter* falso falsa falsi ' +
      'false falsat* svuot* cyber* falsar* riscatto ransom* satur* collass* paralizz* indiscret* spia spie spiino ' +
      'spiano spionaggio ricicl* plagi* spam estor* rapin* trapel* fuoriusc* clonat* clonare cloni clonino ' +
      'sostituzione spacci* finga fingano occult* corromp* corruzion* ritorsion* vendett* accusat* sospett* ' +
      'blackout',
    weak:
      'perdere perda* perdita lett* vist* vendere venda* vendut* condivi* modificat* alter* cancellat* eliminat* ' +
      'trasmess* trasmett* visibil* pubblic* conservat* salvat* rivel* rischi* compromess* compromett* consultat* ' +
      'copiat* cedut* ceder* registrat* leggibil* accessibil* utilizzabil* appai* appar* compai* compar* mostr* ' +
      'conoscere leggere distrugg* distrutt* dannegg* scambi* sostitu* rimpiazz* diffond* diffus* spar* scompa* ' +
      'mescol* confond* confus* trasfer* inviat* addebit* prelev* rivend* indicizz* fotograf* filmat* memorizz* ' +
      'trattenut* ricostru* incroc* influenz* decifr* dirott* indebol* disattiv* dimentic* sfrutt* cada cadano cade ' +
      'circol* sapere scoprire',
    phrases:
      /(?:dar(?:e|gli|le)|condividere|comunicare|consegnare|inviare|affidare) (?:\p{L}+ ){0,3}(?:password|pin|credenziali|chiavi)(?!\p{L})|(?:dar(?:e|gli|le)|concedere) (?:\p{L}+ ){0,3}accesso (?:\p{L}+ ){0,2}(?:permanente|totale|completo|illimitato)(?!\p{L})|(?:avere|ottenere|dare) accesso (?:a|ai|al|agli|alla|alle) (?:\p{L}+ ){0,4}(?:personal|privat|riservat|sensibil|altrui)\p{L}*|(?:rivelare|mostrare|dire|svelare|divulgare) (?:\p{L}+ ){0,2}(?:dove|chi|quando)(?!\p{L})|(?:salvare|conservare|lasciare|scrivere|mettere|memorizzare) (?:\p{L}+ ){0,2}(?:password|segreti|chiavi|credenziali|token) (?:\p{L}+ ){0,2}(?:nel|nella|nei|in|su|sul)(?!\p{L})|(?:violare|invadere|ledere) (?:\p{L}+ ){0,3}(?:privacy|riservatezza|intimità)|(?:filmare|riprendere|fotografare) (?:la |i |le |gli |il )?(?:strada|vicini|passanti|marciapiede|persone|bambini|volti)(?!\p{L})|(?:cedere|consegnare|regalare) (?:\p{L}+ ){0,2}(?:mio|mia|miei|mie) |(?:nelle|in) (?:\p{L}+ )?mani (?:di|del|a|altrui|sbagliate)|(?:conto|persona|paziente|destinatario|cliente|indirizzo) sbagliat|dati (?:\p{L}+ )?(?:reali|veri)(?!\p{L})|alle mie spalle|contro la mia volontà|fuori (?:servizio|uso)|a mie spese|troppi (?:diritti|permessi|privilegi)|di dominio pubblico|con la mia carta|sul mio conto|sulla stampa|cattive mani|per me stesso|in chiaro|mani sbagliate|(?:essere|venga|sia|venire) (?:identificat|tracciat|seguit|riconosciut|localizzat)\p{L}*|prenda (?:il )?controllo|t(?:enga|engano|enere) traccia|lasci(?:are|no|ar)? tracc(?:e|ia)|profilo (?:di me|dei miei|delle mie)|apr(?:ire|a|ano) (?:la|una) porta|si sappia chi|(?:per me|a nome mio|al posto mio)(?!\p{L})|risal(?:ga|gano|ire|ga) a|port(?:i|ino|are) via|rest(?:i|ino) valid|ancora valid|(?:due|più) volte|(?:per|da|a) (?:gente|persone) (?:di fuori|estern|estrane)|fuori dall azienda|registrare (?:chi|dove)/u,
    byActors:
      'spii spiin* leggere legga leggano vedere veda vedano acced* accesso conosc* sappia* sapere utilizz* usi ' +
      'usino usare seguire consult* copi* indovin* invi* ottien* ottener* fornire modific* ordini prenda* cambi* ' +
      'guard* apra* impari* sblocc* sottragg* sposti* riconosc* deduc* raccolg* accaparr* conserv* aprire tenga* ' +
      'scaric* ascolt* senta* present* porti portino registr* decifr* firmi* faccia* ritocc* scopr* nega neghi ' +
      'neghino sosteng* prov* tent* scambi* sostitu* inser* introduc* infil* caric* install* diffond* vend* rivend* ' +
      'condivid* trasmett* trasfer* divulg* cancell* elimin* distrugg* disturb* blocc* ferm* speng* disattiv* ' +
      'aggir* elud* manipol* devi* dirott* vot* valut* annull* acquist* compr* nolegg* guid* osserv* filmi* ' +
      'fotograf* localizz* tracc* profil* incroc* ricostru* smascher* identif* sbirci* ficc* origl* entr* penetr* ' +
      'rub* svuot* prelev* ritir* sfrutt* approfitt* ingann* truff* molest* retrodat* aument* abbass* riduc* alter* ' +
      'metta* falsif* archiv* riutilizz* clon* imit* pass* fabbric* crei creino creare trov* recuper* estrag* carp* ' +
      'cattur* spend* incass* ripet* inoltr* satur* accumul* appropri* riproduc* nascond* occult* ritard* forz* ' +
      'minacc* corromp* gonfi* intasc* riscriv* invent* analizz* torni tornino menzion* raccont* iniett* mantenga* ' +
      'tratteng* caus* scaten* avvicin* agisca*',
    modals: 'possa* possano permett*',
    ownSubject: /^che /u,
    harmlessSubject:
      /^che .*(?<!\p{L})(?:abbiano? bisogno|debbano?)(?!\p{L})|^che (?:io|noi|si debba|debba|(?:la|una|questa) (?:pagina|lista|sessione|finestra|app)|l (?:applicazione|utente|app)|gli utenti|il (?:sistema|browser|server|cliente|servizio|modulo))(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:^che nessuno|qualcuno|altri|altre persone|altri (?:utenti|clienti)|terzi|terze parti|sconosciuti?|intrus[oi]|estranei|concorrenti|colleghi|inserzionisti|chiunque|criminali|malintenzionati|ladri|vicini|(?:che|da|dal) (?:il|la|l)? ?(?:fornitore|gestore|venditore|acquirente|corriere|operatore)|il mio (?:datore|capo)|mani sbagliate)(?!\p{L})/iu,
    people:
      'vicin* passante passanti visitator* ospit* pazient* alunn* student* compagn* candidat* professor* insegnant* ' +
      'maestr* infermier* medic* cassier* camerier* conducent* autist* inquilin* proprietari* padron* acquirent* ' +
      'compratore compratori venditor* agent* mediator* membr* giocator* avversari* dipendent* lavorator* personale ' +
      'fornitor* appaltator* tecnic* amministrator* operator* gestor* capo capi responsabil* colleg* amic* parent* ' +
      'familiar* padre madre genitor* figlio figlia figli bambin* fratell* sorell* marito moglie coinquilin* ' +
      'successor* predecessor* cittadin* elettor* giornalist* polizi* testimon* assicurator* assistent* segretari* ' +
      'segreteria receptionist corriere corrieri postino uomo uomini donna donne gente persona persone ladr* ' +
      'truffator* imbroglion* concorrent* donator* passegger* pedon* squadra portier* custode nessuno qualcuno ' +
      'chiunque destinatari* mittent* ex prossim* precedent* altro altra nipot* cugin* zio zia assicurazion* giuria ' +
      'chi datore aggressor* attaccant* hacker* stagist* tirocinant* azienda aziende banca banche stato autorità ' +
      'stampa media pubblico moderator* redattor* sviluppator* ingegner* analist* revisor* contabil* avvocat* ' +
      'sconosciut* estrane* terzi altri altre spettator* lettor* lettric* ered* apprendist* allenator* terapeut* ' +
      'farmacist* scuola inserzionist* concorrenza client* utenti abbonat* ciclist* curios* malintenzionat* intrus* ' +
      'bot robot',
    mine: 'mio mia miei mie nostr* mi',
    assets:
      'dati dato carta bancari* identità privacy personal* riservat* segret* salute medic* sanitar* indirizzo ' +
      'e-mail email telefono posizione denaro soldi conto messaggi sessione chiav* stipendi* credenziali cronologia ' +
      'numero informazioni cartell* foto saldo documenti password nome nomi reddito note bozz* numeri passaport* ' +
      'fattur* casa domicilio indirizzi percors* spostament* portafogli* risparmi contanti punti buono buoni ' +
      'patente* impront* volto viso voce dna religio* convinzion* malatti* terapi* gravidanz* disabilit* nascita ' +
      'compleann* famiglia conversazion* casella calendario contatti ricerche acquisti farmac* ricett* sorgente ' +
      'database server produzione certificat* log registro registri risultat* voto voti scheda schede integrità ' +
      'gdpr sicurezza privileg* diritti rimbors* paga paghe busta donazion* premio pacco pacchi bigliett* badge ' +
      'dispositiv* configurazion* metadati esam* opinion* reputazione reclam* rapport* relazion* brevett* ' +
      'telecamer* microfono video immagin* registrazion* gps ip visit* riunion* lettera ruolo ruoli contratt* ' +
      'pagament* importo importi ordin* prov* transazion* prezz* offert* estratto iban carte codic* contator* ' +
      'lettur* client* pazient* peso debiti età sonno battito',
    passive: /^che .*(?<!\p{L})(?:vengano|venga|siano|sia|finiscano?|vadano?)(?!\p{L})|^farmi \p{L}+/u,
    benign:
      'richiest* richied* necessari* inserit* inserisc* verific* valid* caric* ricaric* sincronizz* aggiorn* troncat* arrotond* format* tradott* ritard* interrott* interromp* azzerat* annull* rifiut* conferm* stampat* chius* pianific* import* spost* compress* pront* complet*',
    predicate: 'è sono deve devono sarà saranno può possono restituisce riceve',
  },
};
