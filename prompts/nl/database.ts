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
} as const;
