/** Why the database cannot be used, and what to do. Shown by the command line. */
export const database = {
  'database.busy': 'De database is bezet door een ander programma. Er is niets veranderd. Probeer het straks opnieuw.',
  'database.folder': '<c>{file}</c> is een map. Noem een bestand.',
  'database.not-ours':
    '<c>{file}</c> is geen database van Leerteambot. Kies een ander bestand, of zet je back-up terug.',
  'database.damaged': '<c>{file}</c> is beschadigd. Zet je laatste back-up terug.',
  'database.closed':
    'Ik kan <c>{file}</c> niet openen ({code}). Kijk of de map bestaat en of jij daar mag lezen en schrijven.',
  'database.newer':
    '<c>{file}</c> is gemaakt met een andere, waarschijnlijk nieuwere versie van Leerteambot. Installeer die versie, of zet een oudere kopie terug.',
  'database.migration-failed':
    'Het bijwerken van <c>{file}</c> lukte niet ({reason}). Er is niets veranderd. De kopie van ervoor staat in <c>{copy}</c>.',
  'database.in-use':
    'De server draait al (proces {pid} op {host}, sinds {started}). Stop die eerst. Weet je zeker dat die niet draait? Verwijder dan <c>{lock}</c>.',
  'database.other-key':
    'Deze back-up hoort bij een ander sleutelbestand: dan herken ik niet wie gewist is. Er is niets veranderd.',
  'database.not-clean':
    'De persoon is gewist, maar het bestand is nog niet schoon: een ander programma houdt de database bezet. Doe dit straks nog een keer.',
  'database.key-gone':
    'Het sleutelbestand <c>{key}</c> is weg, of hoort bij een andere database. Zonder dat bestand herken ik niet wie gewist is. Zet het terug. Is het kwijt? Typ <c>leerteam sleutel</c>. Er is niets veranderd.',
  'database.no-file': 'Ik vind <c>{file}</c> niet. Klopt de naam?',
  'database.backup-exists': '<c>{file}</c> bestaat al. Kies een andere naam, dan blijft dat bestand staan.',
  'database.backup-failed':
    'De back-up naar <c>{file}</c> lukte niet ({code}). Kijk of de map bestaat, of jij daar mag schrijven en of er genoeg ruimte is.',
  'database.backup-damaged': 'De back-up <c>{file}</c> is beschadigd. Er is niets veranderd. Neem een andere back-up.',
  'database.restore-itself': '<c>{file}</c> is de database zelf. Noem een back-up.',
  'database.restore-other-kind':
    'De ene database is van een proefschool en de andere niet. Er is niets veranderd. Kies met <c>--db</c> de goede database.',
  'database.restore-failed': 'Het terugzetten van <c>{file}</c> lukte niet ({code}). Er is niets veranderd.',
} as const;
