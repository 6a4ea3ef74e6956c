# Reasons, English: lower case, no full stop. One line a phrase.
reason-and-then = { $before }; { $next }
reason-list = { $before } and { $next }
reason-none = none
reason-a-kind = { $code ->
    [air_base] an { $kind }
    [water] { $kind }
    [mountains] { $kind }
   *[other] a { $kind }
}

reason-named-with-its-area = named together with the area that holds it
reason-of-kind = the words around it say it is of kind { $kind }
reason-its-capital-is-spoken-of = its capital is spoken of
reason-called-a-capital = called a capital
reason-filed-there = the report was filed there
reason-only-place-of-that-name = the only place of that name
reason-best-known-of-that-name = the best known place of that name
reason-near = near { $place }, which the report names
reason-about = the report is about { $place }
reason-by-sound = by its sound: { $name }, { reason-a-kind }
reason-by-sound-in = by its sound: { $name }, { reason-a-kind } of { $place }, which the report is about
reason-by-sound-near = by its sound: { $name }, { reason-a-kind } not far from { $place }, which the report names
reason-in-no-gazetteer = no gazetteer knows a place of this name here
reason-named-near = named as near { $place }
reason-named-in = named as in { $place }
reason-nearest-named = { $place } is the nearest place named
reason-corrected-by-hand = corrected by hand

reason-day-named-after = the day named right after it
reason-years-named = the years named
reason-length = a length of time
reason-repetition = a repetition
reason-no-days-stated = no days stated
reason-date-as-written = the date as written
reason-day-of-the-month = that day of the month
reason-counted-from-year-told = counted from the year the narrative is at
reason-number-nearest-to-day-told = the day of that number nearest to the day the narrative is at
reason-in-year-told = in the year the narrative is at
reason-fits-publication-and-tense = the one that fits the publication day and the tense
reason-part-of-day-told = part of the day the narrative is at
reason-part-of-publication-day = part of the publication day
reason-no-weekday = no weekday
reason-weekday-by-week-of-publication = that weekday, its week counted from the publication day
reason-weekday-from-day-told = that weekday, counted from the day the narrative is at
reason-day-named-with-its-date = the day that the report names with its date
reason-weekday-from-publication = that weekday, counted from the publication day
reason-stretch-of-unknown-year = a stretch of unknown year
reason-unstated-number-of-days = an unstated number of days
reason-counted-from-date-after = counted from the date named right after
reason-day-report-is-about = the day the report is about
reason-counted-from-publication = counted from the publication day
reason-counted-from-years-told = counted from the years the narrative is at
reason-counted-from-day-told = counted from the day the narrative is at
reason-counted-from-publication-alone = counted from the publication day, the narrative being at no other

reason-stated-from-outside = stated from outside the text
reason-stated-in-report = stated in the report
reason-in-unknown-week = in a week that the report does not tell
reason-own-weekday = it tells of { $weekday } as its own day
reason-told-as-past = { $day } is told as past
reason-last-own-day = { $day } is the last day it tells as its own
reason-last-own-day-of-years = { $day } is the last day it tells as its own; its day and weekday also agree in { $years }
reason-year-of = its year is that of { $report }, which tells of the same places

reason-verb-negated = the verb is negated
reason-nobody-is-subject = nobody and nothing is its subject
reason-told-as-fact = told as a fact
reason-what-would-have-been = what would have been
reason-press-conditional = past conditional of the press
reason-conditional = conditional
reason-future = future
reason-modal = a modal verb
reason-managed = what was managed or tried
reason-infinitive-not-done = an infinitive that nothing says was done
reason-said-to-do = what somebody says to do
reason-said-to-have-done = what somebody says to have done
reason-note = told in the manner of a note
reason-condition = a condition
reason-question = a question
reason-foiled = it was foiled
reason-said-not-so = the sentence says it was not so
reason-denied-in-sentence = denied by others in the same sentence
reason-not-managed = what was not managed
reason-words-before = the words before it
reason-main-clause-no-fact = its main clause is no fact
reason-plan-threat-or-risk = a plan, a threat or a risk
reason-announced-not-done = announced, not done
reason-there-was-none = there was none
reason-verb-no-fact = its verb is no fact
reason-said-to-have-been = it is said to have been
reason-day-to-come = its day is still to come
reason-told-by-hand = told by hand
reason-kind-was = kind set by hand, read as { $before }
reason-certainty-was = certainty set by hand, read as { $before }
reason-place-was = place set by hand, read as { $before }
reason-day-was = day set by hand, read as { $before }

reason-place-and-its-province = a place and the province that contains it
reason-year-and-its-day = a year that one report tells, and a day of it
reason-joined-by-hand = joined by hand
reason-one-sentence-tells-both = one sentence tells the fighting and its outcome
reason-fighting-and-outcome = reports tell one event as fighting and as its outcome
reason-neighbouring-places = reports tell it of neighbouring places on one day
reason-following-days = reports tell it of two days that follow each other
reason-same-kind-place-days = the same kind of event at one place on meeting days
reason-told-without-day-after = told without a day by a report of the days after
reason-told-once = told once

reason-no-report-tells-day = no report tells the day
reason-reports-agree-on-day = the reports agree on the day
reason-left-of = what is left of { $days }
reason-set-by-hand = set by hand
reason-one-event = “{ $words }” in { $report }, “{ $other_words }” ({ $days }) in { $other_report }, one event by { $by }
reason-other-report-tells-it = another report tells the same event
reason-cannot-both-hold = its days ({ $days }) and those of { $other_report } ({ $other_days }) for one event cannot both hold; both are kept as they are
reason-cannot-both-hold-and-more = { reason-cannot-both-hold }; { $more } more like this
reason-no-pack-fits = no language pack fits it: its places are recognised, events were not looked for
reason-same-site = the same site
reason-same-speaker = the same speaker
reason-same-figure = the same figure
reason-same-actor = the same actor
reason-same-words = the same words
reason-same-weekday = the same weekday
reason-several-mentions-agree = several agreeing mentions

place-kind-country = country
place-kind-region = region
place-kind-province = province
place-kind-district = district
place-kind-city = city
place-kind-village = village
place-kind-air_base = air base
place-kind-border_crossing = border crossing
place-kind-facility = facility
place-kind-river = river
place-kind-water = water
place-kind-mountains = mountains
