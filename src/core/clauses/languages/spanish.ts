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
    /^\s*(?:cl[aá]usulas?\b|fronteras\b|numbers?\b|n[uú]mero\b|codes?\b|cards?\b|fields?\b|validation\b|format\b|check\b|digits\b|input\b|lookup\b|mask\p{L}*|(?:esto|eso|ello)(?:\s*(?:$|[.,;!?)]))|(?:is|must|and|or|for|in|of|on|to)\b|\()/iu,
  withOr: /\bcon\s*(?:y|o|\/|y\/o)\s*$/iu,
  conjunctions: 'y e o u ni pero también',
  storyGoesOn: /,\s+(?:para poder|para que yo|de modo que (?:pueda|yo)|quiero|deseo|necesito)/iu,
  storySentence: /^como .*\b(?:quiero|deseo|necesito|queremos|quisiera)\b/iu,
  abbreviations: 'p.ej ej pág núm sr sra dr dra art aprox ud uds etc cap sec fig',
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
      'robo robos robar roben robe robado* robad* roba divulg* exponer expon* expuest* exposición intercept* espiar espíe* espiad* suplant* falsific* manipul* hacke* pirate* fraude* fraudul* atacante* malicios* malware phishing secuestr* abus* desvel* vigil* estaf* usurp* fuga fugas ladrón ladrones ladrona* intrus* estafador* delincuente* impostor* malhechor*',
    weak: 'perder pierda* pierde* pérdida leíd* visto vist* vender venda* vendid* compart* modificad* alter* borr* eliminad* transmit* visible* public* guardad* almacen* revel* arriesg* comprometer comprometa* comprometid* consultad* copiad* filtr* vulner* rastre* conocid* cedid* ced* legible* accesible* utilizable* aparez* aparec* figur* mostr* muestr* conocer leer lean',
    phrases:
      /en claro|texto plano|manos equivocadas|ser (?:identificad|rastread|vigilad|seguid|reconocid|localizad)\p{L}*|tome (?:el )?control|dej(?:ar|e|en) rastros?|sig(?:a|an) (?:el|mi) rastro|perfil de (?:mí|mis|mi)|abr(?:ir|a|an) (?:la|una) puerta|se sepa quién|(?:por mí|en mi nombre|en mi lugar)(?!\p{L})|llev(?:e|en|ar) a (?:mí|mi)(?!\p{L})|sig(?:a|an|ue) (?:siendo )?(?:válid|valiend|activ)|se (?:quede|queda|queden) con|(?:dos|varias) veces|(?:para|por|a) (?:gente|personas) (?:de fuera|externa|ajena)|fuera de la empresa|guardar (?:quién|dónde)/u,
    byActors:
      'leer lea lean ver vea vean acced* acceso conoc* conozca* sepa sepan saber utilic* use usen usar seguir consult* copi* adivin* envi* cambi* obten* obteng* entreg* modifi* pida* tomen tome desví* mire* aprend* abra* abran desbloque* entre entren revis* reconoz* deduzc* adivin* guard* acapar* recopil* recoj* abrir elabor* descarg* cuente cuenten escuch* oiga* present* llev* grab* descifr* firme* haga* retoque* entere*',
    modals: 'pueda* puedan permit* quede*',
    ownSubject: /^que /u,
    harmlessSubject:
      /^que (?:yo|nosotros|tenga\p{L}*|deba\p{L}*|haya|(?:la|una|mi) (?:página|aplicación|app|pantalla|lista|sesión|ventana)|el (?:sistema|navegador|servidor|usuario|cliente|servicio|formulario)|los usuarios|se (?:recargu|cierr|reinici|bloque|interrump)\p{L}*)(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:alguien|^que nadie|otros|otras|otr[ao]s? (?:personas?|usuarios?|clientes?|pacientes?)|terceros|desconocidos?|intrus[oa]s?|extraños?|competidores|competencia|compañeros|anunciantes|personas ajenas|ajenos|cualquiera|delincuentes|vecinos|(?:que|por) (?:el|la) (?:proveedor|operador|vendedor|comprador|repartidor|empresa|casero)\S*|mi (?:jefe|empresa|casero)|manos equivocadas)(?!\p{L})/iu,
    people:
      'vecin* transeúnte* visitante* invitad* paciente* alumn* estudiante* compañer* candidat* profesor* maestr* enfermer* médic* cajer* camarer* conductor* inquilin* casero casera dueñ* propietari* comprador* vendedor* agente* corredor* miembro* jugador* rival* emplead* trabajador* personal proveedor* contratista* técnic* administrador* operador* jefe jefa jefes empleador* colega* amig* pariente* familiar* padre* madre* hijo* hija* niño* niña* herman* pareja marido esposa esposo sucesor* antecesor* ciudadan* votante* periodista* policía* testigo* asegurador* asistente* secretari* recepcionista* limpiador* mensajer* repartidor* carter* hombre* mujer* gente persona personas ladrón ladrones ladrona* estafador* tramposo* competidor* donante* pasajer* peatón peatones equipo portero* conserje* nadie alguien destinatari* remitente* ex siguiente anterior otro otra hija hijo sobrin* prim* tío* tía* aseguradora* jurado quien',
    mine: 'mi mis nuestr* me',
    assets:
      'datos dato tarjeta bancari* identidad contraseña* privacidad personal* confidencial* secret* salud médic* dirección correo teléfono ubicación dinero cuenta* historial mensajes sesión ' +
      'clave* salario* nómina* credencial* número información expediente* fotos saldo documento* nombre nombres sueldo* ingresos notas borrador* números pasaporte* facturas',
    predicate: 'es son debe deben será serán puede pueden devuelve recibe',
  },
};
