/**
 * Words that mean nearly the same where people write stories and threats: one line, one meaning. Users say "somebody
 * picks up my phone", security people say "the handset is stolen". The lists are of everyday product, business and
 * security language; none was made for one project. A word may stand in two lines; a line is no translation.
 */
export const kinLists = `
sign signin login logon log authenticate authentication signed credential password passphrase session
password passphrase credential secret pin
reset recover recovery forgot forgotten restore
logout logoff signoff signout sign off out
session cookie token refresh stay remember
factor mfa otp prompt push code second confirm approval approve
consent agree agreement permission allow
delegate delegation proxy representative guardian relative family parent daughter son spouse behalf substitute deputy
revoke withdraw withdrawn take back remove expire cancel
register registration signup enrol enroll onboard create account join
account profile user member identity
identity impersonate impostor impersonator pretend pose posing masquerade spoof fake false name
fake forged forge bogus invented rogue counterfeit spoofed fraudulent false phony foreign
fraud cheat scam deceive abuse misuse
steal stolen theft thief rob skim skimmer capture harvest hijack
take takeover over hijack seize
guess guessing predict predictable enumerate enumerated sequential consecutive increment brute try tried attempt
copy copied clone cloned duplicate replay replayed screenshot photograph photo picture recorded reuse
change changed alter altered modify modified tamper edit edited manipulate manipulated rewrite
replace swap swapped exchange exchanged substitute overwrite redirect redirected divert
falsify falsified cheat bend bent favour manipulate write cover
delete deleted erase erased erasure remove removed purge wipe vanish truncate destroy disappear
keep retain retention remain stay left behind store stored
see seeing view look looking read reading browse find learn know visible show reveal
leak leaked disclose disclosed expose exposed reveal publish published world-readable public everybody
listen eavesdrop eavesdropper overhear hear intercept wiretap silently
track tracking locate location follow position
spy curious curiosity snoop stalk watch
infer deduce recognise recognize reidentify identification identified unique
slow delay late wait latency timeout overload overloaded
unavailable down outage crash missing unreachable offline interrupt broken fail
flood flooded saturate jam congest overwhelm mass queue
exhaust starve hoard use up everything fill quota limit limited unlimited rate throttle
lock blocked locked ransom
deny denied denying dispute disputes disputed repudiate disagree attribute attributed prove proof evidence able say
reason excuse justification override
check checked verify verified validate review reviewed unreviewed inspect scan scanning
approve approval four-eyes release released single alone initiate second
log audit trail trace protocol journal history record
history old previous past former entry before version
correct correction amend amendment rectify rectification fix error mistake
notice unnoticed alert alerted warn warning alarm
disable disabled switch off turned bypass
grant give assign role privilege permission right access authorisation authorization entitlement
admin administrator operator console
escalate elevate more than broad excessive
staff employee worker clerk colleague personnel insider assistant agent
manager supervisor boss chief
leave leaver leaving depart departs departed former contract ends offboard orphaned ex
newcomer hire new starter onboarding
job work task duty
customer client buyer shopper consumer
partner integrator integration third-party vendor supplier company provider
interface api endpoint
request calls traffic
phone mobile smartphone handset telephone device sim
computer workstation desktop laptop pc kiosk terminal machine
shared public common
app application program software
mail email mailbox inbox message
message notification sms text reminder push notice mail
chat conversation talk thread message
send sent transmit transit transfer way between
forward route routed routing deliver wrong unrelated
template text wording editor
link url address hyperlink
site domain website page web
smuggle inject injected injection insert inserted script
bot robot automated automation script scripts
name address contact
address home live lives where residence street
money cash fund pay payment
pay payment charge charged checkout purchase buy settle
card credit debit cardholder primary
bank iban account payee payout transfer
bill invoice billing invoices claim statement position
refund reimbursement repayment money back return returned
price cost amount total fee tariff
instalment loan credit mortgage
voucher coupon gift promo discount redeem redeemed
tax accounting accountant ledger bookkeeping transaction adviser
insurer insurance insured policy claim claims
order cart basket purchase buy
product item goods article catalogue stock
stock inventory warehouse supply shelf count counts level levels
loss theft missing shortage
parcel package shipment shipping delivery courier carrier post posted
return returned sent back came
file document attachment pdf upload uploaded
archive bundle package export exported download complete everything dump
folder bucket storage store share
virus malware infect infected infecting ransomware trojan worm
backup copy copies snapshot restore
restore recover recovery backup outage disaster
encrypt encrypted unencrypted plain cipher
signature sign signing signed certificate
doctor physician surgeon practitioner clinician
nurse caregiver carer
patient sick ill person
clinic hospital practice surgery
medicine drug medication pill pharmaceutical opioid
pharmacy dispensary chemist
prescription script
dose dosage quantity amount
interaction contraindication combined
diagnosis treatment disease illness condition department treated
lab laboratory finding findings result results measurement measurements report
image images picture radiology xray scan scans
appointment visit booking slot calendar schedule reservation consultation
book reserve reserved booking reservation hold
cancel cancellation call off
hours shift schedule calendar roster working
waiting queue list lobby room priority order
household family home relative
neighbour acquaintance friend
emergency break-glass urgent ambulance
record file chart dossier
referral transfer letter note another
whole entire all full excessive
voice audio spoken speech recording dictate transcription sound
video stream camera meeting call conference media
barcode qr ticket pass badge
desk reception front counter receptionist
sensor device monitor meter cuff wearable
pair paired pairing connect belong
value values measurement reading number
statistics figures analytics research cohort data report
single individual person unique
release deploy deployment rollout roll version ship shipped build publish
code source commit branch pull change developer
dependency library component package
search query find look lookup
vote ballot election poll
seat ticket event concert
flight trip travel booking passenger
vehicle car fleet driver
door lock gate entry
meter energy heating thermostat power
student pupil grade exam
teacher school course
applicant candidate hiring job
salary payroll wage
contract agreement deal
lawyer case court
citizen resident authority
camera video house
newsletter subscription subscribe unsubscribe
comment review rating post
photo picture image avatar
child minor age
abroad foreign country
expire expires expired validity outlive forever
firmware software update upgrade patch install installed application
device unit hardware equipment machine appliance
station point post terminal charger charging
command instruction control remote order
start launch begin activate
stop end halt finish terminate over
reduce lower decrease cut curtail
power electricity energy current grid load
heating thermostat temperature climate
house home flat apartment building
tenant landlord renter resident neighbour
street neighbourhood district town city
outsider unauthenticated unauthorised unauthorized stranger intruder thief
own owner ownership ours belong holder
trip journey tour route drive ride travel
mileage kilometre distance odometer logbook
retroactive backdated afterwards later past invented
promise commitment assurance said told
complaint grievance contest ticket case
answer reply respond response
support helpdesk helper agent assistant
screen display view monitor sharing
fob token rfid chip badge
vehicle car van truck lorry bus
driver dispatcher courier
plan planner schedule scheduling planning
stuck hang block blocked exhaust busy
location position gps whereabouts movement track
watch watched monitor surveillance follow
debit mandate collect direct
price tariff rate fee cost
consumption usage use meter curve
reading measurement value metering
picture photo image face video bystander
report notify ticket fault
broken defect fault failure outage bricks
prank bogus hoax fake
document paper form licence
licence driving permit certificate
passport visa border
guest visitor passenger
room hotel hall
meal recipe food allergy ingredient
farm crop field harvest
factory plant production line robot
supplier vendor purchase procurement
tender bid offer quote
quality test inspection
worker labour employee
meeting agenda minutes
news article story editor press
film movie music song playlist
game player score level cheat
library book loan
donation charity gift
tax return declaration authority office
permit application approval authority
fine penalty offence
police crime victim
election vote ballot candidate
message broker queue stream event
cluster server node host machine
database table row query sql
cache index search
network traffic connection tcp http wifi
cloud bucket storage region
configuration setting parameter option
debug log trace dump
test staging sandbox environment
mobile backend app phone
feed stream live stream
map navigation route
rating score review reputation
profile personality segment advertising
cookie tracking consent advertising
language translation locale
`;
