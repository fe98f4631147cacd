/** Spanish: SIN, which in English is a Canadian social insurance number, and a word of its own. */
import type { LanguageData } from './language-data';

export const spanish: LanguageData = {
  language: 'es',
  keyword: 'SIN',
  ambiguous: 'yes',
  functionWords:
    'el los las del y es son yo quiero para poder con en mi mis una un como que al usuario usuaria cliente cuando ' +
    'debe pueda puede ser se su sus lo por este esta deseo nadie o pero más desde donde le la de',
  mentionBefore:
    'el la los las un una del de su mi según palabra cláusula cláusulas término no código número campo',
  mentionAfter:
    /^\s*(?:cl[aá]usulas?\b|fronteras\b|numbers?\b|n[uú]mero\b|codes?\b|cards?\b|fields?\b|validation\b|format\b|check\b|digits\b|input\b|lookup\b|mask\p{L}*|(?:is|must|and|or|for|in|of|on|to)\b|\()/iu,
  withOr: /\bcon\s*(?:y|o|\/|y\/o)\s*$/iu,
  conjunctions: 'y e o u ni pero también',
  storyGoesOn: /,\s+(?:para poder|para que yo|de modo que (?:pueda|yo)|quiero|deseo|necesito)/iu,
  storySentence: /^como .*\b(?:quiero|deseo|necesito|queremos|quisiera)\b/iu,
  abbreviations: 'p.ej ej pág núm sr sra dr dra art aprox ud uds etc',
  outcome: {
    harmless: new RegExp(
      '^(?:(?:un|una|ning[uú]n|ninguna|el|la|los|las|más|otro|otra)\\s+)*(?:' +
        'demoras?|esperar|esperas?|cuenta|javascript|problemas?|errores|error|esfuerzo|l[ií]mites?|coste|costo|cargo|' +
        'formaci[oó]n|interrupci[oó]n|interrupciones|registro|registrar\\S*|conexi[oó]n|internet|autorizaci[oó]n|permisos?|consentimiento|' +
        'cifrado|cifrar|contraseña|duda|necesidad|tener que|salir|recargar|hacer clic|usar|instalar|crear|iniciar|volver|cambiar|' +
        'iva|pérdida de calidad|fugas? de memoria|embargo)(?![\\p{L}])',
      'iu',
    ),
    negatedBefore:
      /(?:\bnadie\b|\bnunca\b|\bning[uú]n\p{L}* \p{L}+\b|\bno (?:se )?(?:pued|deb|podr)\p{L}*)/iu,
    strong:
      'robo robos robar roben robe robado* robad* roba divulg* exponer expon* expuest* exposición intercept* espiar espíe* espiad* suplant* falsific* manipul* hacke* pirate* fraude* fraudul* atacante* malicios* malware phishing secuestr* abus* desvel* vigil* estaf* usurp* fuga fugas',
    weak: 'perder pierda* pierde* pérdida leíd* visto vist* vender venda* vendid* compart* modificad* alter* borr* eliminad* transmit* visible* public* guardad* almacen* revel* arriesg* comprometer comprometa* comprometid* consultad* copiad* filtr* vulner* rastre* conocid* cedid* ced*',
    phrases:
      /en claro|texto plano|manos equivocadas|ser (?:identificad|rastread|vigilad|seguid|reconocid|localizad)\p{L}*|tome (?:el )?control/u,
    byActors:
      'leer lea lean ver vea vean acced* acceso conoc* conozca* sepa sepan saber utilic* use usen usar seguir consult* copi* adivin* envi* cambi* obten* obteng* entreg* modifi* pida* tomen tome desví* mire* aprend* abra* abran desbloque* entre entren revis*',
    modals: 'pueda* puedan permit* quede*',
    ownSubject: /^que /u,
    harmlessSubject:
      /^que (?:yo|nosotros|tenga\p{L}*|deba\p{L}*|haya|(?:la|una|mi) (?:página|aplicación|app|pantalla|lista|sesión|ventana)|el (?:sistema|navegador|servidor|usuario|cliente|servicio|formulario)|los usuarios|se (?:recargu|cierr|reinici|bloque|interrump)\p{L}*)(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:alguien|otros|otras|otr[ao]s? (?:personas?|usuarios?|clientes?|pacientes?)|terceros|desconocidos?|extraños?|competidores|competencia|compañeros|anunciantes|personas ajenas|ajenos|cualquiera|delincuentes|vecinos|(?:que|por) (?:el|la) (?:proveedor|operador|vendedor|comprador|repartidor|empresa|casero)\S*|mi (?:jefe|empresa|casero)|manos equivocadas)(?!\p{L})/iu,
    assets:
      'datos dato tarjeta bancari* identidad contraseña* privacidad personal* confidencial* secret* salud médic* dirección correo teléfono ubicación dinero cuenta* historial mensajes sesión ' +
      'clave* salario* nómina* credencial* número información expediente* fotos saldo documento*',
    predicate: 'es son debe deben será serán puede pueden devuelve recibe',
  },
};
