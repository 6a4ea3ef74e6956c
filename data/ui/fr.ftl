# Interface, français. Une ligne par texte ; `$count` choisit le pluriel.
app-name = dateline
search-hint = Lieu, acteur ou mots des articles
search-label = Rechercher
open = Ouvrir…
open-files = Fichiers d’articles…
open-folder = Dossier d’articles…
export = Exporter…
language = Langue
theme-dark = Sombre
theme-light = Clair
theme-label = Clair ou sombre
keys-label = Touches
about-sources = Sources

tab-event = Événement
tab-report = Article
tab-list = Liste ({ $count })

family-fighting = Combats
family-remote_violence = Violence à distance
family-against_civilians = Contre des civils
family-moves = Mouvements
family-diplomacy = Diplomatie
family-civil = Vie civile
kind-clash = Combats
kind-capture = Prise d’un lieu
kind-handover = Transfert
kind-air_strike = Frappe aérienne
kind-shelling = Bombardement
kind-bombing = Attentat à l’explosif
kind-attack_on_civilians = Attaque de civils
kind-abduction = Enlèvement
kind-surrender = Reddition
kind-withdrawal = Retrait
kind-movement = Mouvement de forces
kind-agreement = Accord
kind-talks = Pourparlers
kind-arrest = Arrestation
kind-prison_break = Évasion
kind-displacement = Personnes déplacées
kind-protest = Manifestation
kind-other = Autre événement

kinds = Types
kind-row = { $name }, { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
kind-key = Clic : masquer ou montrer ; double clic : ce type seul · touche { $key }
places = Lieux
actors = Acteurs
reports = Articles
certainties = Certitude
kinds-unfold = Montrer le détail : { $name }
kinds-fold = Masquer le détail : { $name }
found = Dans les articles
found-none = Aucun article ne contient ces mots.
only-here = Cliquer pour ne montrer que cela
not-on-map = Hors de la carte
tray-not-placed = Sans lieu
tray-not-dated = Sans date
tray-not-events = Non advenus
tray-problems = Problèmes
tray-conflicts = Jours en désaccord
tray-not-placed-about = Racontés dans les articles, mais aucun lieu n’a été trouvé.
tray-not-dated-about = Racontés dans les articles, mais aucun jour n’a pu être établi.
tray-not-events-about = Prévus, démentis ou supposés : lus comme tels, jamais montrés comme advenus.
tray-problems-about = Fichiers et lignes illisibles, ou lus avec un doute.
tray-conflicts-about = Articles dont les jours et ceux d’un autre s’excluent ; tous sont gardés tels quels.
tray-empty = Il n’y en a pas.
clear-filter = Tout montrer
remove-chip = Retirer { $name }
hidden-family = sans { $name }

step-back = Un pas en arrière
step-forward = Un pas en avant
play = Lire
pause = Pause
step-label = Pas
step-day = jour
step-week = semaine
step-month = mois
step-quarter = trimestre
step-year = année
from-label = Premier jour
to-label = Dernier jour
date-error = « { $text } » n’est pas une date. Écrire 2021-07-07, 7 juillet 2021, 11/07/2021 ou juillet 2021.
go-to = Aller à une date
go-to-hint = 7 juillet 2021, 2021-07 …
break-name = Aucun événement : { $days }. Cliquer pour montrer ces jours
mode-window = fenêtre
mode-cumulative = cumul
mode-window-about = Seulement ce qui a eu lieu ces jours-là
mode-cumulative-about = Tout ce qui a eu lieu jusqu’au dernier de ces jours
clock-happened = survenu
clock-reported = publié
clock-happened-about = Les jours où cela s’est passé
clock-reported-about = Les jours de parution des articles qui en parlent
speed = Vitesse
speed-value = { $steps } / s
loop = Boucle
breaks-cut = Montrer les périodes vides
breaks-full = Couper les périodes vides
axis-fit = Tout l’axe du temps
week-of = Semaine du { $day }
window-handle-start = Premier jour de la fenêtre
window-handle-end = Dernier jour de la fenêtre
window-body = Fenêtre de jours
bar-name = { $days } : { $count ->
    [0] aucun événement
    [one] { $count } événement
   *[other] { $count } événements
}
selected-days = L’événement choisi : { $days }
bar-possible = dont { $count } peut-être seulement ces jours-là
events-in-window = { $count ->
    [0] aucun événement
    [one] { $count } événement
   *[other] { $count } événements
}
hint-examples = Ces articles sont des exemples : « Ouvrir… » lit les vôtres.
hint-forward = Faites glisser la fenêtre de jours, ou appuyez sur → pour le mois suivant.
hint-back = Faites glisser la fenêtre de jours, ou appuyez sur ← pour le mois précédent.
no-events = Aucun événement situé et daté. Ouvrez des articles, ou déposez leur dossier sur la fenêtre.
empty-days = Aucun événement ces jours-là.
empty-next = Événement suivant →
empty-previous = ← Événement précédent

nothing-selected = Cliquer sur un repère pour lire ce qu’en disent les articles.
nothing-passes = Le filtre écarte tous les événements qui seraient ici.
nothing-on-clock = Les articles racontent des événements, mais aucun à ces dates. Les voir au jour où ils sont :
nothing-on-map = Aucun événement n’a à la fois un lieu et un jour. Ce que racontent les articles est à gauche, sous « Hors de la carte ».
nothing-read = Ici se lit ce que des articles disent d’un événement. Ouvrez-en, ou déposez leur dossier sur la fenêtre.
no-place = Lieu inconnu
no-day = Jour inconnu
outside-window = Hors des jours montrés ·
outside-filter = Écarté par le filtre ·
go-there = y aller
somewhere-in = quelque part là, sans lieu plus précis
perhaps = { $percent } % de ses jours possibles sont dans la fenêtre
quotes = { $quotes ->
    [one] { $quotes } citation
   *[other] { $quotes } citations
} dans { $reports ->
    [one] { $reports } article
   *[other] { $reports } articles
}
open-in-report = Ouvrir dans l’article
copy-citation = Copier la citation
copied = Copié.
says = selon { $speaker }
certainty-reported = rapporté
certainty-claimed = affirmé
certainty-denied = démenti
certainty-planned = prévu
certainty-hypothetical = supposé
claims = Chiffres
claim-number = Combien
claim-whom = De qui
claim-by = Selon qui
claim-report = l’article
claim-killed = tués
claim-wounded = blessés
claim-killed_or_wounded = tués ou blessés
claim-captured = capturés
claim-displaced = déplacés
claim-missing = disparus
claim-surrendered = rendus
claim-at-least = { $low } ou plus
role-target = contre :
published = Publié { $day }
published-unknown = Jour de publication inconnu
boilerplate = Hors de l’article
legend-place = lieu
legend-date = date
legend-event = événement
legend-not-event = prévu, démenti, supposé
legend-boilerplate = page autour de l’article
next-mark = Événement suivant de l’article
previous-mark = Événement précédent de l’article
all-reports = Tous les articles
no-report = Ouvrir un article depuis une citation, ou depuis cette liste.

column-day = Jour
column-kind = Quoi
column-place = Où
column-reports = Articles

date-unknown = jour inconnu
date-since = depuis le { $day }
date-until = jusqu’au { $day }
date-about = vers { $days }
date-range = { $first } – { $last }
date-one-of = l’un de { $count } jours : { $days }
date-or = ou

reading = Lecture des articles : { $done } sur { $total }
reading-start = Lecture des articles…
cancel = Annuler
reading-cancelled = Lecture annulée ; ce qui était là reste.
reading-failed = Rien n’a pu être lu : { $reason }
reading-done = { $reports ->
    [one] { $reports } article
   *[other] { $reports } articles
}, { $events ->
    [one] { $events } événement
   *[other] { $events } événements
}.
reading-problems = { $count ->
    [one] { $count } problème en chemin.
   *[other] { $count } problèmes en chemin.
}
reading-problems-show = Voir lesquels
drop-here = Déposer ici les articles à lire
exported = { $count ->
    [one] { $count } événement écrit
   *[other] { $count } événements écrits
} dans { $file }
export-failed = Impossible d’écrire { $file } : { $reason }
dismiss = Fermer

keys-title = Touches
keys-step = Un pas en arrière ou en avant
keys-event = Un événement en arrière ou en avant
keys-play = Lire ou mettre en pause
keys-ends = Premier ou dernier événement
keys-zoom = Zoom de la carte
keys-families = Montrer ou masquer une famille
keys-search = Rechercher
keys-escape = Revenir d’un cran : fermer, effacer, désélectionner
keys-list = Événement, article, liste
keys-marks = Événement suivant ou précédent de l’article
keys-help = Cette liste

map-name = Carte des événements
map-event = { $place } : { $kind }, { $days }, { $reports ->
    [0] d’un tableau
    [one] 1 article
   *[other] { $reports } articles
}
map-stack = { $place } : { $count ->
    [one] 1 événement
   *[other] { $count } événements
}
map-cluster = { $place } et alentours : { $count } événements en { $places } lieux
map-area = Quelque part dans { $place }
map-near = Près de { $place }
map-open = Cliquer pour les voir un à un
map-closer = Cliquer pour s’approcher
map-more = … et { $count } de plus
map-zoom-in = S’approcher
map-zoom-out = S’éloigner
map-fit = Voir tous les événements
map-sources = © GeoNames, Natural Earth
map-broken = La carte ne peut être dessinée : { $reason }
map-grounds = Carte
ground-offline = Carte du monde hors ligne
ground-openstreetmap = OpenStreetMap (en ligne)
ground-address = Adresse de tuiles
ground-use = Utiliser
ground-online-about = Une carte en ligne demande à son serveur ce que vous regardez.
ground-file = Fichier de carte (.pmtiles)…
ground-retry = Réessayer
ground-offline-only = Carte hors ligne
ground-no-server = Une adresse de tuiles commence par https:// et le nom d’un serveur.
ground-no-placeholders = Une adresse de tuiles contient {"{"}z{"}"}, {"{"}x{"}"} et {"{"}y{"}"}.
ground-no-address = Une adresse de tuiles ne contient ni espace ni guillemet.
map-trouble = { $what } : { $reason } La carte hors ligne est affichée.
map-not-readable = { $reason }.
map-no-archive = ce n’est pas une archive PMTiles.
map-damaged = l’archive est abîmée ou tronquée.
map-unknown-tiles = ses tuiles sont au format { $form }, qui ne peut être dessiné ici.
map-no-tile = ce qui arrive n’est pas une tuile de carte.
map-unreachable = le serveur est injoignable.
map-stalled = le serveur ne répond pas.
map-refused = le serveur refuse (HTTP { $status }).

why-here-question = Pourquoi ici ?
why-day-question = Pourquoi ce jour ?
why-one-question = Pourquoi un seul événement ?
why-how-named = Nommé dans la phrase
why-how-described = Décrit dans la phrase
why-how-context = Ce dont parle le texte autour
why-how-by-hand = Fixé à la main
why-when-named = Une date dans la phrase
why-when-context = Le jour où en est le texte autour
why-when-publication = Le jour de parution de l’article
why-when-period = Les jours que couvre l’article, qui n’en donne pas d’autre
why-when-said = Le jour où cela a été dit, l’article n’en donnant pas d’autre
why-when-other = Un autre article raconte le même événement
why-published = Parution, { $days } : { $reason }
why-candidates = Autres lieux de ce nom : { $places }
why-words-in = « { $words } » dans { $report }
citation-published = publié { $day }
citation-bytes = octets { $start }–{ $end }
claim-versus = { $count } chiffres qui ne peuvent être tous justes
legend-actor = acteur
legend-figure = chiffre
quote-retold = Raconté encore
solar-month-af-1 = hamal
solar-month-af-2 = sawr
solar-month-af-3 = jawza
solar-month-af-4 = saratan
solar-month-af-5 = asad
solar-month-af-6 = sonbola
solar-month-af-7 = mizan
solar-month-af-8 = aqrab
solar-month-af-9 = qaws
solar-month-af-10 = jadi
solar-month-af-11 = dalw
solar-month-af-12 = hout
solar-month-ir-1 = farvardine
solar-month-ir-2 = ordibehecht
solar-month-ir-3 = khordad
solar-month-ir-4 = tir
solar-month-ir-5 = mordad
solar-month-ir-6 = chahrivar
solar-month-ir-7 = mehr
solar-month-ir-8 = aban
solar-month-ir-9 = azar
solar-month-ir-10 = dey
solar-month-ir-11 = bahman
solar-month-ir-12 = esfand
solar-hijri = Calendrier hégirien solaire
find-in-report = Chercher dans l’article
find-next = Passage suivant
find-previous = Passage précédent
find-none = introuvable
find-count = { $at } sur { $count }
find-close = Fermer la recherche
unreal-about = Non advenu : absent de la carte
keys-find = Chercher dans l’article
keys-undo = Annuler ou rétablir une correction
tab-corrections = { $count ->
    [0] Corrections
   *[other] Corrections ({ $count })
}
correct = Corriger :
correct-place = lieu
correct-day = jour
correct-kind = type
correct-certainty = certitude
correct-figures = chiffres
correct-same = un seul événement ?
correct-no-event = pas un événement
correct-note = Note : pourquoi, et d’où on le sait
correct-name = toutes les mentions de « { $name } », dans tous les articles
correct-search = Chercher un lieu par son nom
correct-search-none = Aucun lieu connu de ce nom.
correct-no-place = Le lieu est inconnu
correct-on-map = Ou un point de la carte
correct-pick = Cliquer sur la carte
correct-picking = Cliquer maintenant sur la carte (Échap : renoncer)
correct-own-name = Nom de ce lieu
correct-own-no-name = Donner un nom à ce lieu.
correct-own-add = Placer ici
correct-day-about = 2021-07-07, 7 juillet 2021, 11/07/2021, juillet 2021, ou EDTF comme 2021-07-05/2021-07-11
correct-day-field = Jour, mois ou année
correct-day-now = Maintenant : { $day }
moment = { $day } à { $hour } h { $minute }
correct-day-set = Fixer ce jour
correct-no-day = Le jour est inconnu
correct-certainty-about = Ce qui est démenti, prévu ou supposé n’est pas sur la carte.
correct-figures-none = Aucun chiffre n’a été lu dans ses articles.
correct-figure-low = au moins
correct-figure-high = au plus
correct-figure-save = Enregistrer le chiffre
correct-figure-remove = Pas de tel chiffre
correct-figure-error = Des nombres entiers ; le second peut être vide, et n’est pas inférieur au premier.
correct-split = Raconté par plusieurs citations
correct-split-off = Séparer cette citation
correct-join = Le même événement que
corrected = Corrigé : { $parts }
corrected-about = Qui, quand, et ce qu’il y avait avant
aspect-place = lieu
aspect-day = jour
aspect-kind = type
aspect-certainty = certitude
aspect-figures = chiffres
aspect-event = raconté à la main
aspect-sameness = un seul événement
undo = Annuler
redo = Rétablir
no-event-now = Ce n’est plus compté comme un événement ; c’est noté dans les corrections.
corrections-none = Rien n’a encore été corrigé. Ce que l’on corrige à côté d’un événement est listé ici, avec ce qu’il y avait avant ; rien n’en est jamais perdu.
change-place = Lieu
change-place-name = Nom de lieu
change-day = Jour
change-kind = Type
change-certainty = Certitude
change-figure = Chiffre
change-not-an-event = Pas un événement
change-new-event = Nouvel événement
change-split = Séparé
change-join = Réuni
change-undone = Annulé : { $number } · { $what }
change-redone = Rétabli : { $number } · { $what }
change-unreadable = Illisible : le fichier est endommagé
change-lost = Ses mots, ou une partie, ne se trouvent plus dans les articles.
change-not-in-force = annulé
take-back = Annuler ceci
bring-back = Rétablir ceci
new-event = Nouvel événement…
new-event-kind = Ce qui s’est passé :
new-event-none = Renoncer
new-event-where = Où :
new-event-when = Quand :
new-event-other-kind = Autre chose
new-event-other-place = Un autre lieu
new-event-add = Ajouter l’événement
new-event-no-kind = Choisir d’abord ce qui s’est passé.
new-event-not-placed = Sans lieu, l’événement est rangé sous « Sans lieu » et n’est pas sur la carte.
new-event-not-dated = Sans jour, l’événement est rangé sous « Sans date » et n’est pas sur la carte.
new-event-in-neither = Sans lieu ni jour, l’événement est rangé sous « Sans lieu » et « Sans date » et n’est pas sur la carte.
map-corrected = corrigé
about = À propos de dateline
about-what = Lit une pile d’articles comme une carte que l’on parcourt dans le temps.
about-geonames = lieux et leurs graphies
about-natural-earth = terres, côtes et frontières
about-cldr = noms de pays et de villes
about-census = comtés des États-Unis
about-inter = les caractères
about-osm = seulement si vous choisissez sa carte
about-network = Rien n’est demandé au réseau, sauf si vous choisissez une carte en ligne.
keys-ends-of-window = Déplacer d’un jour le bord de la fenêtre qui a le focus
keys-axis = Rapprocher ou éloigner l’axe du temps
keys-mode = Fenêtre ou cumul
keys-clock = Survenu ou publié
keys-pan = Déplacer la carte
keys-fit = Voir tous les événements
keys-focus = Bouton, barre ou repère suivant ; Espace l’active
pane-map = Carte
pane-details = Événement et articles
pane-filters = Filtres
menu = Menu
open-project = Projet…
save-as = Enregistrer sous…
keys-save-as = Enregistrer comme projet
saving = Enregistrement…
saved = Enregistré dans { $file } ; les corrections y sont gardées à mesure.
save-failed = Impossible d’enregistrer { $file } : { $reason }
save-same = { $file } est ouvert et enregistré à mesure : choisissez un autre nom.
project-alone = Un projet s’ouvre seul, sans autres fichiers.
project-read-only = { $name } (lecture seule)
read-only-newer = En lecture seule : écrit par un dateline plus récent. Enregistrez-le sous un autre nom pour le corriger.
read-only-in-use = En lecture seule : ouvert dans une autre fenêtre. Enregistrez-le sous un autre nom pour le corriger.
read-only-file = En lecture seule : le fichier ou son disque est protégé. Enregistrez-le sous un autre nom pour le corriger.
read-only-damaged = Son fichier est abîmé ({ $parts }) : plus rien n’y est écrit. Enregistrez ce que montre la fenêtre sous un autre nom pour continuer.
damaged-documents = les articles
damaged-corrections = la liste des corrections
damaged-layers = les couches pour logiciels de cartes
damaged-words = l’index des mots
damaged-readings = ce qui a été lu des articles
damaged-rest = la vue et les réglages
damaged-reports = { $count ->
    [one] le texte de { $count } article
   *[other] les textes de { $count } articles
}
correction-not-kept = Non corrigé, faute de pouvoir l’enregistrer : { $reason }
corrections-unkept = { $count ->
    [one] 1 correction n’est encore dans aucun projet.
   *[other] { $count } corrections ne sont encore dans aucun projet.
}
open-without = Ouvrir l’autre projet sans elles
still-places = dans { $count ->
    [one] 1 lieu
   *[other] { $count } lieux
}
still-reports = d’après { $count ->
    [one] 1 article
   *[other] { $count } articles
}
still-ring = quelque part dans le cercle
still-unsure = { $count ->
    [one] 1 dont le jour n’est pas sûr
   *[other] { $count } dont le jour n’est pas sûr
}
still-badge = plusieurs événements, un arc chacun
still-beyond = Hors de cette carte
still-not-placed = { $count ->
    [one] 1 autre événement de ces jours est sans lieu connu.
   *[other] { $count } autres événements de ces jours sont sans lieu connu.
}
still-not-dated = { $count ->
    [one] 1 événement est sans date connue.
   *[other] { $count } événements sont sans date connue.
}
open-places = Vos propres lieux…
open-recent = Déjà ouverts
reading-pace = { $rate } par seconde, encore { $seconds } s
add-or-open = { $count ->
    [one] « { $name }» :
   *[other] { $count } fichiers ou dossiers :
}
add-to-project = Ajouter au projet
open-alone = Ouvrir sans le projet
news = Articles : { $what }.
news-new = { $count ->
    [one] { $count } nouveau
   *[other] { $count } nouveaux
}
news-changed = { $count ->
    [one] { $count } modifié
   *[other] { $count } modifiés
}
news-gone = { $count ->
    [one] { $count } disparu
   *[other] { $count } disparus
}
opened = { $name } : { $read }
open-failed = Impossible d’ouvrir { $file } : { $reason }
places-taken = { $count ->
    [one] { $count } fichier de vos propres lieux est utilisé.
   *[other] { $count } fichiers de vos propres lieux sont utilisés.
}
correction-not-in-scratch = Corrigé, mais gardé dans aucun fichier ({ $reason }) : perdu à la fermeture, sauf enregistrement comme projet.
left-corrections = { $count ->
    [one] { $count } correction du { $day } n’est encore dans aucun projet.
   *[other] { $count } corrections, la dernière du { $day }, ne sont encore dans aucun projet.
}
left-take-up = Reprendre
left-discard = Abandonner
left-later = Plus tard
left-unreadable = Les corrections de { $file } ne peuvent être ouvertes : { $reason }
reading-weighing = Tous les articles sont lus ; ils sont confrontés les uns aux autres…
open-typed = Taper un chemin…
path-no-dialog = Ce système n’ouvre pas de fenêtre de choix de fichiers.
path-no-dialog-or-drop = Ce système n’ouvre pas de fenêtre de choix de fichiers : déposez les fichiers sur la fenêtre, ou tapez où ils sont.
path-of-reports = Articles, ou leur dossier :
path-of-project = Projet :
path-of-places = Vos propres lieux :
path-of-map = Fichier de carte (.pmtiles) :
path-of-new-project = Enregistrer le projet sous :
path-of-events = Écrire les événements dans (.geojson, .csv, .acled.csv, .gpkg, .kml, .jsonl, .parquet) :
path-open = Ouvrir
path-write = Enregistrer
path-replace = Le remplacer
path-nothing = Il n’y a rien à cet endroit.
path-there = Un fichier de ce nom existe déjà.
path-no-folder = Ce dossier n’existe pas.
export-events = Événements…
export-events-about = Tous les événements : pour les SIG (GeoJSON, GeoPackage), Google Earth (KML), les tableurs (CSV, aussi aux colonnes d’ACLED) et les programmes (JSON Lines, GeoParquet)
export-picture = Image de la carte…
export-picture-about = Les jours montrés, sur la carte hors ligne, en PNG ou SVG
export-animation = Animation dans le temps (GIF)…
export-animation-about = Une carte par pas où il y a des événements, dans la partie visible de l’axe du temps, à la vitesse de lecture
file-name-project = articles
file-name-events = evenements
file-name-picture = carte
file-name-animation = parcours
path-of-picture = Enregistrer l’image sous (.png, .svg) :
path-of-animation = Enregistrer l’animation sous (.gif) :
drawing-start = Dessin de la carte…
drawing = Dessin des cartes : { $done } sur { $total }
drawing-cancelled = Dessin annulé ; rien n’a été écrit.
drawing-nothing = Aucun événement choisi n’a à la fois un lieu et un jour : il n’y a rien à animer.
drawn = { $count ->
    [one] La carte est
   *[other] { $count } cartes sont
} dans { $file }
in-quotes = « { $words } »
change-no-place = aucun lieu
change-no-day = aucun jour
change-no-figure = aucun chiffre
change-no-event = pas un événement
change-all-over-report = { $place }, dans tout l’article
change-in-all-reports = { $place }, dans tous les articles
change-of-its-own = un événement à part
change-one-event = un seul événement
change-one-event-of = un événement raconté { $count } fois
key-shift = Maj
key-space = Espace
key-home = Début
key-end = Fin
key-ctrl = Ctrl
key-tab = Tab
key-esc = Échap
open-places-about = Un tableau (CSV) aux colonnes id, name, kind, country… comme data/gazetteer.csv, ou un index écrit par `dateline gazetteer import`
lunar-month-1 = mouharram
lunar-month-2 = safar
lunar-month-3 = rabia al-awal
lunar-month-4 = rabia ath-thani
lunar-month-5 = joumada al-oula
lunar-month-6 = joumada ath-thania
lunar-month-7 = rajab
lunar-month-8 = chaabane
lunar-month-9 = ramadan
lunar-month-10 = chawwal
lunar-month-11 = dhou al-qi’da
lunar-month-12 = dhou al-hijja
lunar-hijri = Calendrier hégirien lunaire (Oumm al-Qura) ; un jour de plus ou de moins là où la lune doit être vue
