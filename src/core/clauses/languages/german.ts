/** German: OHNE. */
import type { LanguageData } from './language-data';

export const german: LanguageData = {
  language: 'de',
  keyword: 'OHNE',
  ambiguous: 'no',
  functionWords:
    'der die das den dem des und ist sind ich wir möchte will damit kann als ein eine einen einer mit von für auf ' +
    'nicht werden wird wenn dass mein meine meinen sich bei nach aus zum zur muss soll oder im ins kunde nutzer auch',
  mentionBefore:
    'der dem des kein eine einer einem jede jeder wort schlüsselwort klausel klauseln nicht begriff',
  mentionAfter:
    /^\s*(?:in (?:groß|klein)buchstaben\b|in (?:fett|kursiv)\p{L}*\b|-?\s?klauseln?\b|grenzen\b|-?bedingung(?:en)?\b|(?:das|dies|dieses|sie|ihn|es|diese)(?:\s+(?:geht|ist|kann|wird)\b|\s*(?:$|[.,;!?)])))/iu,
  withOr: /\bmit\s*(?:und|oder|\/|bzw\.?)\s*$/iu,
  conjunctions: 'und oder noch sowie aber auch',
  storyGoesOn:
    /,\s+(?:damit|und (?:ich )?(?:möchte|will)(?: ich)?\b|sodass (?:ich|wir)|so dass (?:ich|wir)|so (?:kann|muss|spare) ich|(?:möchte|will) (?:ich|wir)|um meine?\b)/iu,
  storySentence: /^als .*\b(?:möchte|will|brauche|wünsche) (?:ich|wir)\b/iu,
  templateOpening: /^(?:als|(?:ich )?(?:möchte|will)|damit|gegeben|angenommen|wenn|dann)(?!\p{L})/iu,
  purposeLine: /^(?:damit|sodass|so dass)(?!\p{L})/iu,
  forbidsWithout:
    /(?<!\p{L})(?:darf|dürfen|kann|können|soll|sollen) (?:nie(?:mals|mand)?|kein(?:e[nrs]?)?|niemand)(?: \p{L}+){0,3} $|(?<!\p{L})(?:niemand|keiner|keine? \p{L}+) (?:darf|kann|soll)(?: \p{L}+){0,3} $/iu,
  abbreviations:
    'z z.b d.h u.a o.ä bzw ca nr abs art vgl ggf evtl inkl exkl dr hr fr str s.o s.u sog i.d.r max min kap abschn ziff anm tab abb',
  outcome: {
    harmless: new RegExp(
      '^(?:(?:eine|einen|ein|einer|jede|jeden|jegliche|weitere|weiteren|großen|große|erneute|erneut|zusätzliche|vorherige|gültige|gültigen|gültiges)\\s+)*(?:' +
        'verzögerung(?:en)?|javascript|konto|kundenkonto|benutzerkonto|registrierung|anmeldung|probleme?|fehler|aufwand|' +
        'neustart|neuladen|umwege?|wartezeit(?:en)?|unterbrechung(?:en)?|einschränkung(?:en)?|schulung|internet|' +
        'verbindung|berechtigung(?:en)?|rechte|zustimmung|einwilligung|genehmigung|freigabe|verschlüsselung|passwort|' +
        'mehrwertsteuer|aufpreis|kosten|gebühren|ausfall|ausfallzeit|zeitverlust|qualitätsverlust|token|' +
        'speicherlecks?|rückfrage|rückfragen|die seite|den browser|das formular|(?:mich|sich|uns) (?:an|ein|neu|erneut|zuerst|vorher)\\S*)(?![\\p{L}])',
      'iu',
    ),
    negatedBefore:
      /(?:niemand|keiner|niemals|\b(?:darf|dürfen|kann|können|soll|sollen)\b[^.]{0,60}\bnicht\b|\b(?:darf|kann|können|dürfen) kein)/iu,
    strong:
      'gestohlen* *diebstahl* stehl* stiehlt abgefangen* abfang* abgehört* mitgelesen* mitlesen mitliest ' +
      'ausgespäht* ausspäh* offengelegt* offenleg* offenzulegen preisgegeben* preisgeb* manipulier* verfälsch* ' +
      'gefälscht* fälsch* missbrauch* gehackt* angreifer* hacker* datenleck* datenpanne* unbefugt* unberechtigt* ' +
      'betrug* betrüger* betrogen* schadsoftware phishing abgegriffen* abgreif* kompromittier* überwacht* ' +
      'überwachung geleakt* leak* durchsick* entwendet* kapert gekapert* enthüll* erraten* ausspion* ausgelesen* ' +
      'abfließ* abgeflossen* dieb diebe dieben einbrecher* eindringling* hochstapler* kriminelle* gauner* ' +
      'langfinger* angriff* attacke* attackier* abstreit* abzustreiten bestreit* leugn* geleugn* sabotier* sabotage ' +
      'saboteur* bot bots botnetz* virus viren trojaner* schadcode erpress* heimlich* unbemerkt* unerlaubt* ' +
      'unzulässig* widerrechtlich* illegal* rechtswidrig* täusch* getäuscht* hereingelegt hereinleg* reingelegt ' +
      'ausgetrickst* ausgenutzt* ausnutz* umgeh* umgang* einschleus* eingeschleust* unterschieb* untergeschoben* ' +
      'untergejubelt* belausch* schnüffel* spionier* spion spione spionage enttarn* deanonymisier* identifizier* ' +
      'reidentifizier* lahmgelegt* lahmleg* lahmzulegen überlast* stalk* beläst* diskriminier* verstoß* verstöß* ' +
      'verletz* erschleich* erschlichen* erschummel* schummel* plünder* geplündert* abgeräumt* leergeräumt* ' +
      'getrackt tracken getrackte* geortet ausgeforscht* durchleuchtet* bespitzel* ausgehorcht gesperrt* klau ' +
      'klauen klaut geklau* zweckentfremd* verunglimpf* ausgegeb* identitätsklau unterschlag* veruntreu* hintergeh* ' +
      'hintergang* rückverfolg* scamm* spam täter* doxx* sniff* einseh* auszuspäh* abzufang* mitzulesen mitzuhören ' +
      'abzuhören preiszug* auszulesen einschlepp* eingeschleppt* vertusch* wiedereinspiel* bestech* hintertür* ' +
      'repressalie* vergeltung* beschuldigt* verdächtigt* stromausfall* bloßgestellt* bloßstell* rache mobb* ' +
      'gemobbt* datenverlust*',
    weak:
      'verlier* verlust *verlust gelesen* gesehen* einsehbar* eingesehen* geändert* verändert* gelöscht* verkauf* ' +
      'weitergegeben* weitergeb* weiterzugeben geteilt* teilen sichtbar* verfolgt* veröffentlich* gespeichert* ' +
      'protokollier* riskier* gefährd* überschrieben* zerstör* übermittel* übertragen* kopiert* umgangen* ' +
      'ausgewertet* belastet* eingelöst* erkennbar* lesbar abrufbar zugänglich nutzbar auffindbar erscheint ' +
      'erscheinen auftauch* taucht hängenbleib* durchsuchbar kennen vernicht* beschädig* vertausch* ausgetauscht* ' +
      'austausch* ersetzt* verbreit* verschwind* verschwund* vermisch* vermengt* verwechsel* zusammengeführt* ' +
      'weitergeleit* weiterleit* versendet* verschickt* ausgegeben* abgebucht* abgehoben* geleert* leer verräts ' +
      'verrat* bekannt* offen öffentlich* einzusehen weiterverkauf* verhöker* indexiert* indizier* fotografier* ' +
      'gefilmt* aufgezeichnet* aufgenommen* mitgeschnitten* gemerkt* behalten* aufbewahrt* vorgehalten* ' +
      'rekonstruier* wiederherstell* wiederhergestellt* entschlüssel* verknüpf* verbunden* korrelier* abgeglichen* ' +
      'beeinfluss* verändern verfälsch* ausgetragen* zugeordnet* umgeleit* umleit* geht* nachvollzieh* überschreib* ' +
      'verschütt* entschlüpf* schwäch* untergrab* aushebel* ausgehebelt* abgeschaltet* deaktivier* verlor* erfahren ' +
      'kennenzulernen kursier* zirkulier* stehen steht landet landen drinsteh*',
    phrases:
      /(?:mein|unser|sein|ihr)\p{L}* (?:\p{L}+ )?(?:passw|kennw|pin|zugangsdaten|schlüssel|geheim)\p{L}* (?:\p{L}+ ){0,3}(?:(?:her)?auszugeben|weiterzugeben|mitzuteilen|anzuvertrauen|zu (?:geben|verraten|nennen|teilen|schicken)|(?:geben|verraten|nennen|teilen|mitteilen|weitergeben|herausgeben) zu müssen)(?!\p{L})|(?:dauerhaft|ständig|uneingeschränkt|unbegrenzt|voll|permanent)\p{L}* zugriff (?:\p{L}+ ){0,5}(?:einzuräumen|zu (?:geben|gewähren|erteilen)|geben zu müssen)(?!\p{L})|zugriff auf (?:\p{L}+ ){0,3}(?:privat|persönlich|vertraulich|sensib|fremd)\p{L}* |zu (?:verraten|zeigen|sagen|offenbaren) (?:wo|wer|wann|wem)(?!\p{L})|(?:passw[oö]rt|passwörter|kennwörter|schlüssel|geheimnisse|zugangsdaten|token) (?:\p{L}+ ){0,3}(?:im|in|auf) (?:\p{L}+ ){1,3}(?:zu speichern|abzulegen|zu hinterlegen|stehen|liegen)(?!\p{L})|privatsphäre (?:\p{L}+ ){0,4}(?:zu )?(?:verletz|stör|missacht|einzugreif|eindring)\p{L}*|(?:straße|gehweg|nachbarn|passanten|gesichter) (?:\p{L}+ ){0,2}(?:zu filmen|aufzunehmen|mitzufilmen|zu fotografieren)(?!\p{L})|falsche\p{L}* (?:konto|konten|empfänger|person|personen|adresse|patient|kunde)\p{L}*|echte\p{L}* (?:\p{L}+ )?(?:kunden|personen|patienten|nutzer|produktiv)?daten|(?:in|an) (?:fremde|unbefugte|die falschen) (?:hände|leute)|hinter meinem rücken|gegen meinen willen|an die (?:öffentlichkeit|presse)|nach außen (?:dring|gelang|gerat|komm)|in die (?:knie|presse|öffentlichkeit)|vom netz|auf (?:meine|unsere) (?:kosten|rechnung|karte)|auf meinen namen|offline geh|zu viele? (?:rechte|zugriff|befugnisse)|sich (?:\p{L}+ ){0,3}(?:als|für) (?:\p{L}+ ){0,3}(?:aus|verkleid)|im klartext|in falsche hände|übern(?:immt|ommen|ehmen)|nachverfolg|(?:identifiziert|erkannt|wiedererkannt|geortet|belauscht|beobachtet) (?:zu )?(?:werd|wird)|spuren? (?:zu )?hinterl|profil (?:von mir|über mich|anleg|erstell)|an (?:\p{L}+ ){1,4}(?:kommen|kommt|herankommen|herankommt|gelangen|gelangt)(?!\p{L})|tür und tor|offen herumlieg|herumlieg|zuordnen|zuzuordnen|vervielfältig|rückschl(?:uss|üss)|zurückverfolg|noch (?:gilt|gelten|gültig|funktionier)|gültig bleib|(?:für mich|in meinem namen|an meiner stelle|in unserem namen) (?:\p{L}+ )?(?:bestell|stempel|unterschreib|zahl|bezahl|handel|kauf|bestätig|auftr|abstimm|wähl)|sich (?:als|für) (?:\p{L}+ ){1,4}ausg|(?:zweimal|doppelt|mehrfach|erneut) (?:eingelöst|einlös|verwend|benutz|abstimm|ausgegeb)|(?:aufzeichn|festhalt|speicher|protokollier|merk)\p{L}* (?:wer|wen|wann ich|wo ich)|(?:für|von|durch) (?:leute|personen|menschen) außerhalb|außerhalb (?:der firma|des unternehmens)/u,
    byActors:
      'lesen liest sehen sieht einsehen einsieht verändern verändert zugriff zugreif* erfahr* erfährt kennt kennen ' +
      'nutzen nutzt benutz* bekommt bekommen gelang* überschreib* abruf* herausfind* auswert* zuordn* bestell* ' +
      'verfolg* einlogg* weiß zahlt übernimmt fälschen ansieht ansehen anschau* verschieb* einlös* öffnen öffnet ' +
      'betritt betreten steuert steuern weiterleit* kopier* entsperr* erkenn* bemerk* ables* schließen erstell* ' +
      'sammel* behält horten hortet wegschnapp* durchsuch* mithör* anleg* herunterl* erzähl* hör* abhör* zuhör* ' +
      'mitnimmt mitnehm* ausgib* ausgeb* vorleg* vorzeig* einsteck* verrät verrat* herausbekomm* dahinterk* ' +
      'mitbekomm* mitschneid* aufzeichn* knack* sehe siehst seht lese kenne kennst erfährst weiterklick* bedien* ' +
      'abstreit* bestreit* leugn* behaupt* probier* durchprobier* ausprobier* errät errat* tausch* austausch* ' +
      'vertausch* ersetz* unterschieb* einschleus* inject* hochl* installier* verbreit* verkauf* weiterverkauf* ' +
      'teil* versend* verschick* weitergib* weitergeb* weitersag* ausles* ausliest lösch* vernicht* zerstör* stör* ' +
      'sabot* blockier* lahmleg* überlast* abschalt* ausschalt* deaktivier* umgeh* aushebel* manipul* verfälsch* ' +
      'buch* abbuch* überweis* umleit* beantrag* stimm* abstimm* wähl* bewert* einreich* kauf* miet* wegfahr* ' +
      'beobacht* filmt filmen fotografier* ort* track* profil* verknüpf* kombinier* rekonstruier* rückschl* ' +
      'schließt schlussfolger* enttarn* identifizier* mitlausch* belausch* lausch* spionier* schnüffel* stöber* ' +
      'durchstöber* herumschnüff* reinschau* hineinschau* reinkomm* hineinkomm* hinein herein eindring* einsteig* ' +
      'kapern kapert übernehm* klau* stiehlt plünder* leerräum* abräum* abheb* ausnutz* ausnützt missbrauch* ' +
      'hereinleg* täusch* betrüg* erpress* belästig* rückdatier* vordatier* erhöh* senk* setzt änder* abänder* ' +
      'nachträglich zugang zutritt einblick rückgängig spam* verwend* verwert* vermarkt* speicher* aufbewahr* fragt ' +
      'erhalten erhält erlang* kriegt kriegen findet finden nachles* nachlies* nachseh* nachsieht einsicht* ' +
      'aufspür* auskundschaft* vorgaukel* vorgeb* vorgibt nachmach* imitier* klon* entwend* mitgeh* schaut schauen ' +
      'guckt gucken einspiel* einspeis* einwähl* weitererzähl* ausplauder* nachschau* mitlies* vertusch* ' +
      'verschleier* verheimlich* unterdrück* verzöger* nötig* zwing* drängt droh* bestech* frisier* retuschier* ' +
      'nachahm* spiegel* wiederhol* wiedereinspiel* verweil* bleib* behalt* hereinspazier* reinspazier* hereinkomm* ' +
      'anzapf* abzapf* abgreif* absaug* abschöpf* einschlepp* zusammenführ* analysier* auslös* verursach* ansprech* ' +
      'anspricht',
    modals: 'kann können',
    ownSubject: /^(?:dass|daß) /u,
    harmlessSubject:
      /^(?:dass|daß) .*(?:braucht|brauchen|benötigt|benötigen|muss|müssen)$|^(?:dass|daß) (?:ich|wir|man|es|sich|(?:die|der|das|eine|ein|mein|meine) (?:seite|app|anwendung|ansicht|liste|sitzung|browser|nutzer|nutzerin|benutzer|prozess|server|dienst|kunde|kundin|system|formular|fenster|programm|team)|nutzer|benutzer)(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:(?:für|von|durch) (?:alle|jeden|jedermann)|jemand|einer allein|einbrecher|eindringlinge?|konkurrenten|rivalen|jemanden|andere|anderen|anderer|dritte|dritten|fremde|fremden|unbekannte|kollegen|mitbewerber|konkurrenz|wettbewerber|kriminelle|außenstehende|nachbarn|betreiber|werbetreibende|falsche (?:hände|person)|(?:dass|damit|durch) (?:der|die|den) (?:anbieter|betreiber|hersteller|provider|verkäufer|käufer|fahrer|vermieter|arbeitgeber|cloud)\S*|mein (?:arbeitgeber|chef|vermieter))(?!\p{L})/iu,
    people:
      'nachbar* passant* anrufer* besucher* gast gäste gästen patient* schüler* student* mitschüler* ' +
      'klassenkamerad* kandidat* bewerber* lehrer* pfleger* arzt ärzt* sachbearbeiter* kassierer* kellner* fahrer* ' +
      'mieter* vermieter* eigentümer* besitzer* käufer* verkäufer* händler* makler* mitglied* spieler* gegner* ' +
      'mitspieler* mitarbeiter* kolleg* beschäftigte* angestellte* personal dienstleister* lieferant* handwerker* ' +
      'administrator* admin admins betreiber* anbieter* hersteller* chef chefin chefs vorgesetzte* arbeitgeber* ' +
      'freund* verwandte* eltern vater mutter kind kinder bruder schwester partner* ehemann ehefrau mitbewohner* ' +
      'nachmieter* vormieter* vorbesitzer* nachfolger* vorgänger* bürger* wähler* politiker* journalist* beamt* ' +
      'polizei zeuge* versicherung* assistent* sekretär* empfang reinigungskraft putzkraft bote boten kurier* ' +
      'postbote* techniker* monteur* mann frau männer frauen person personen leute menschen absender* empfänger* ' +
      'dieb* räuber* gauner* schwindler* betrüger* konkurrent* bieter* spender* fahrgast fahrgäste fußgänger* team ' +
      'finder* nächste nächsten nächster vorige* tochter töchter sohn söhne neffe* nichte* enkel* cousin* onkel ' +
      'tante gegenseite versicherer* wer angreifer* hacker* praktikant* aushilf* freelancer* unternehmen firma ' +
      'firmen bank banken behörde* staat presse medien öffentlichkeit hausmeister* wachmann moderator* redakteur* ' +
      'entwickler* ingenieur* analyst* prüfer* buchhalter* anwalt anwält* fremde* unbekannte* dritte* andere* ' +
      'jemand irgendjemand irgendwer niemand außenstehende* unbeteiligte* zuschauer* leser* gutachter* erbe erben ' +
      'auszubildende* azubi* trainer* therapeut* apotheker* schulleit* schule werber* werbefirmen werbenetzwerk* ' +
      'datenhändler* kunden kundinnen konkurrenz* wettbewerber* mitbewerber* exfreund* expartner* ex ehemalige* ' +
      'ausgeschiedene* nutzer benutzer nutzerinnen nutzern kranken* radfahrer* läufer* spaziergänger*',
    mine: 'mein* unser* mich mir uns',
    assets:
      '*daten *passwort *passwörter identität privatsphäre persönliche* personenbezogene* geheim* adresse ' +
      'e-mail-adresse telefonnummer standort geld konto gehalt gehälter befund* diagnose* patientenakte akte akten ' +
      'nachrichten vertraulich* schlüssel sitzung kontrolle konten dokumente guthaben name namen einkommen lohn ' +
      'löhne umsätze entwürfe notizen nummer nummern ausweis* rechnungen passwörter wohnort wohnung zuhause ' +
      'bewegung* route* fahrten geldbörse ersparnisse bargeld punkte gutschein* führerschein* fingerabdr* gesicht ' +
      'stimme religion* glaube* krankheit* krankenakte* therapie* schwanger* behinderung* geburtsdatum geburtstag* ' +
      'familie chat chats postfach kalender kontakt* suchverlauf einkäufe medikament* rezept* quellcode ' +
      'geschäftsgeheim* datenbank* server produktion zertifikat* protokoll* prüfpfad ergebnis* punktzahl* note ' +
      'noten stimmen stimmzettel* wahlergebnis* integrität datenschutz dsgvo sicherheit privileg* rechte ' +
      'erstattung* auszahlung* gehaltsabrechnung* spende* bonus paket* sendung* ticket* gerät* firmware ' +
      'konfiguration* einträge eintrag* metadaten klausur* prüfung* gutachten meinung* ruf beschwerde* bericht* ' +
      'patente* kamera* mikrofon* video* aufnahme* fotos bild* standortdaten ip besuche gespräch* e mail mails ' +
      'brief* rolle* kundendaten zahlung* betrag beträge bestellung* vertrag verträge verträgen zahlen beweis* ' +
      'belege buchung* kreditkarte* karte karten kartennummer* pin iban bank* transaktion* werte messwerte urheber* ' +
      'preise angebot* gewicht schulden alter schlaf puls herzfrequenz umsatz marge',
    passive: /^(?:dass|daß) .*(?:werden|wird|worden)(?!\p{L})/u,
    benign:
      'abgefragt* abfrag* benötigt* eingegeb* verlangt* angeforder* gefragt* geprüft* geladen* neu synchronis* aktualisier* gekürzt* gerundet* formatier* übersetzt* verzöger* unterbroch* zurückgesetzt* storniert* abgelehnt* verspät* bestätig* gedruckt* geschlossen* geplant* genehmig* importier* verschob* komprimier* fertig* läd* abläuft*',
    predicate: 'ist sind war waren muss müssen soll sollen wird darf dürfen gibt kommt erhält funktioniert',
  },
};
