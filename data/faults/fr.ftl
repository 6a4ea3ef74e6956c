# Défauts des fichiers et de leur contenu, français : en minuscules, sans point final. Une ligne par défaut.
fault-no-such-file = aucun fichier ni dossier de ce nom
fault-no-permission = lecture refusée : droits insuffisants
fault-cannot-be-read = ne peut être lu : { $reason }
fault-too-large = trop gros pour un article ({ $megabytes } Mo)
fault-no-report-in-folder = aucun article dans ce dossier (.txt, .md, .html, .jsonl ou .csv)
fault-passed-over = laissé de côté : ce n’est pas un fichier de texte (.txt, .md, .html, .jsonl, .csv) ; l’enregistrer d’abord comme texte
fault-empty = vide : rien à lire
fault-no-text = pas un fichier de texte ({ $kind ->
    [pdf] un PDF
    [archive] une archive zip ou un document bureautique
    [picture] une image
    [program] un programme
    [office] un document bureautique
    [zeros] il contient des octets nuls
   *[other] ses octets ne sont pas des lettres
}) : l’enregistrer d’abord comme texte
fault-read-as = lu comme { $encoding }
fault-read-as-with-losses = lu comme { $encoding }, avec des lettres illisibles
fault-not-utf8 = pas de l’UTF-8 : lu comme Windows-1252
fault-same-text = le même texte que { $report } : un seul article, de deux sources
fault-no-longer-there = n’existe plus
fault-kept-in-project = n’existe plus ; son texte est gardé dans le projet

fault-no-folder-to-write-in = son dossier n’existe pas, ou ne reçoit pas de fichiers
fault-may-not-be-written = écriture refusée : droits insuffisants
fault-disk-full = le disque est plein ; ce qui était enregistré est sauf, ceci ne l’est pas
fault-cannot-be-written = ne peut être écrit : { $reason }
fault-file-there = un fichier de ce nom existe déjà
fault-no-form-of-that-name = son nom doit finir par l’une de ces terminaisons : { $endings }
fault-no-project = pas un projet dateline
fault-cut-project = le projet est tronqué : { $have } octets sur { $stated } ; rien n’y a été changé
fault-damaged-project = le projet est abîmé ({ $reason }) ; rien n’y a été changé
fault-altered-text = son texte dans le projet est abîmé : ce n’est plus celui qui a été lu
fault-lost-reports = { $count } de ses articles ne peuvent plus être lus : leurs pages dans le fichier sont abîmées
fault-read-only-project = le projet est en lecture seule ({ $why ->
    [newer] écrit par un dateline plus récent
    [in-use] ouvert dans une autre fenêtre ou un autre programme
    [damaged] il est abîmé
   *[file] le fichier ou son disque est protégé
}) ; l’enregistrer sous un autre nom pour continuer
fault-project-gone = le projet a été supprimé, déplacé ou remplacé pendant qu’il était ouvert ; rien n’a été écrit ; l’enregistrer sous un autre nom pour garder ce qui est ouvert
fault-no-engine = les articles ne peuvent être lus : { $reason }
fault-said-by-database = { $reason } ; ce qui était enregistré est sauf
fault-not-stored = ne peut être enregistré : { $reason }
fault-not-brought-up-to-date = le projet de schéma { $from } ne peut être mis à jour ; il est resté tel quel : { $reason }
fault-brought-up-to-date = mis à jour ; le projet d’avant est gardé sous { $kept }
fault-no-unicode-name = le nom du fichier n’est pas de l’Unicode : { $name }

fault-cannot-be-watched = ne peut être suivi : { $reason }
fault-no-folder-to-watch = ne peut être suivi : ce dossier n’existe pas
fault-watched-folder-gone = le dossier suivi n’existe plus ; ce qui en a été lu reste
fault-change-missed = un changement a pu échapper : { $reason }

fault-no-json-row = pas un objet JSON avec « id » et « text » : { $reason }
fault-no-text-column = aucune colonne nommée « text » : ce n’est pas un tableau d’articles
fault-no-csv = pas du CSV : { $reason }
fault-bad-row = ligne illisible : { $reason }
fault-no-text-in-row = aucun texte dans cette ligne
fault-no-publication-day = published : « { $published } » n’est pas une date (EDTF, par exemple 2021-07-07) ; elle sera déduite du texte
fault-no-sidecar = pas une fiche (un objet JSON) : { $reason }

fault-no-place-header = la première ligne n’est pas « { $header } »
fault-columns = { $have } colonnes au lieu de { $wanted }
fault-no-place-id = l’identifiant (id) est vide
fault-no-place-name = le nom (name) de « { $id } » est vide
fault-no-country-code = le pays « { $country } » n’est pas un code ISO 3166 de deux lettres
fault-no-place-kind = le type (kind) « { $kind } » n’est aucun de { $kinds }
fault-no-number = { $column } : « { $value } » n’est pas un nombre
fault-outside = { $column } : « { $value } » n’est pas entre -{ $limit } et { $limit }
fault-no-relation = la relation « { $relation } » n’est ni capital_of:, ni in:, ni near: suivi de l’identifiant d’un lieu
fault-place-id-again = l’identifiant « { $id } » est déjà à la ligne { $line }
fault-no-place-of-that-key = « { $key } » est cité, mais n’est aucun lieu
fault-no-index = pas un index de lieux, ou celui d’une autre version de dateline
fault-damaged-index = l’index de lieux est tronqué ou altéré : { $reason }
fault-too-many-place-files = pas plus de { $most } fichiers de lieux à la fois

fault-a-correction = { $what ->
    [place] lieu
    [place-name] nom de lieu
    [day] jour
    [kind] type
    [certainty] certitude
    [figure] chiffre
    [not-an-event] pas un événement
    [new-event] nouvel événement
    [split] séparation
   *[join] réunion
}
fault-without-effect = la correction { $entry } ({ fault-a-correction }) est gardée, mais sans effet
fault-lost-report = { fault-without-effect } : l’article n’est plus parmi ceux qui sont lus
fault-lost-words = { fault-without-effect } : ses mots « { $words } » ne sont plus dans l’article
fault-lost-mention = { fault-without-effect } : aucun événement n’est plus lu dans ses mots « { $words } »
fault-lost-name = { fault-without-effect } : aucun nom de lieu n’est plus lu dans ses mots « { $words } »
fault-lost-figure = { fault-without-effect } : aucun chiffre de ce type n’est plus lu dans ses mots « { $words } »
fault-lost-place = { fault-without-effect } : son lieu « { $place } » ne peut être ajouté aux lieux connus
