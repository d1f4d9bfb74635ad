"""The sentences of an interview that can be corrected and explains itself: Dutch, then English."""

from __future__ import annotations

SITTING: dict[str, tuple[str, str]] = {
    # what one may do at a question
    "move-BACK": ("Terug naar de vorige vraag (←)", "Back to the previous question (←)"),
    "move-WHY": ("Waarom deze vraag? (?)", "Why this question? (?)"),
    "move-REVIEW": ("Alle antwoorden bekijken of veranderen", "See or change all answers"),
    "move-STOP": ("Stop en toon het advies", "Stop and show the advice"),
    "word-BACK": ("terug", "back"),
    "word-WHY": ("?", "?"),
    "word-REVIEW": ("overzicht", "review"),
    "word-STOP": ("stop", "stop"),
    "short-BACK": ("vorige vraag", "previous question"),
    "short-WHY": ("waarom deze vraag", "why this question"),
    "short-REVIEW": ("alle antwoorden", "all answers"),
    "short-STOP": ("naar het advies", "to the advice"),
    "or-type": ("Of typ {words}.", "Or type {words}."),
    "enter-keeps": ('Enter houdt "{now}".', 'Enter keeps "{now}".'),
    # going back and correcting
    "gone-back": (
        "Teruggegaan naar: {question} Je antwoord was: {now}.",
        "Gone back to: {question} Your answer was: {now}.",
    ),
    "review": (
        "Dit zijn je antwoorden. Welk wil je veranderen?",
        "These are your answers. Which one do you want to change?",
    ),
    "review-done": ("Geen, ga verder", "None, go on"),
    "kept-answers": ("Deze antwoorden blijven staan: {names}.", "These answers stay: {names}."),
    "no-advice-changed": ("Er is niets veranderd.", "Nothing was changed."),
    # why a question is asked
    "tips-depend": (
        'Van "{question}" hangen nog {number} tips af:',
        '{number} tips still depend on "{question}":',
    ),
    "tip-depends": ('Van "{question}" hangt nog één tip af:', 'One tip still depends on "{question}":'),
    "no-tip-depends": (
        'Van "{question}" hangt nu geen tip meer af.',
        'No tip depends on "{question}" any more.',
    ),
    "why-role": (
        "Elke tip is geschreven voor een rol. Zonder dit antwoord is er geen advies: alle {number} tips hangen ervan af.",
        "Every tip is written for a role. Without this answer there is no advice: all {number} tips depend on it.",
    ),
    "why-obstacle_type": (
        "Dit maakt de lijst van obstakels kort. Weet je het niet, dan zie je ze alle {number}.",
        "This makes the list of obstacles short. If you do not know, you see all {number}.",
    ),
    "why-obstacle": (
        "Elke tip hoort bij een obstakel. Zonder dit antwoord is er geen advies: alle {number} tips hangen ervan af.",
        "Every tip belongs to an obstacle. Without this answer there is no advice: all {number} tips depend on it.",
    ),
    # ending early
    "would-help-most": (
        'Het meest helpt nu een antwoord op "{question}" Daar hangen nog {number} tips van af.',
        'What would help most now is an answer to "{question}" {number} tips still depend on it.',
    ),
    "would-help-most-one": (
        'Het meest helpt nu een antwoord op "{question}" Daar hangt nog één tip van af.',
        'What would help most now is an answer to "{question}" One tip still depends on it.',
    ),
    "ended-early": (
        "Nog niet alle vragen zijn gesteld: dit is het advies tot nu toe.",
        "Not every question has been asked: this is the advice so far.",
    ),
    "first-steps-settled": (
        "De eerste stappen staan vast. Andere tips hangen nog van vragen af.",
        "The first steps are settled. Other tips still depend on questions.",
    ),
    "next-continue": ("Verder met de vragen", "Go on with the questions"),
    # answers from a file
    "answers-file-header": (
        "Antwoorden voor katalys. Ga ermee verder met de optie --answers.\n"
        "Verander je er zelf een, haal dan de regel erboven weg: die vertelt hoe het antwoord luidde.",
        "Answers for katalys. Go on with them with the option --answers.\n"
        "If you change one yourself, take out the line above it: that one tells how the answer read.",
    ),
    "answers-saved": ("Je antwoorden zijn bewaard in {path}", "Your answers are saved in {path}"),
    "changed-meaning": (
        'dit kan nu iets anders betekenen. Toen stond er "{then}".',
        'this may mean something else now. At the time it read "{then}".',
    ),
    "file-answers-wanted": (
        "Deze antwoorden uit {path} kunnen niet mee. Wat ervan nodig is, vraag ik opnieuw.",
        "These answers from {path} cannot be used. What is needed of them, I ask again.",
    ),
    "no-answers-in-report": (
        "In {path} staan geen antwoorden. Geef een verslag dat katalys als Markdown bewaarde, of een bestand met antwoorden.",
        "There are no answers in {path}. Give a report that katalys saved as Markdown, or a file with answers.",
    ),
    "no-such-end": (
        "--until {name} kan niet. Kies uit: {near}.",
        "--until {name} is not possible. Choose from: {near}.",
    ),
    # why a tip
    "why-title": ("Waarom: {title}", "Why: {title}"),
    "why-certain": ("Deze tip past bij jou,", "This tip fits you,"),
    "why-possible": ("Deze tip past misschien bij jou:", "This tip may fit you:"),
    "why-excluded": ("Deze tip past niet bij jou,", "This tip does not fit you,"),
    "obstacle-is": ('"{names}" in de weg staat', '"{names}" stands in the way'),
    "why-always": (
        "Deze tip past altijd bij deze rol en dit obstakel.",
        "This tip always fits this role and obstacle.",
    ),
    "why-never": ("Er zijn geen antwoorden waarbij deze tip past.", "There are no answers with which this tip fits."),
    "would-fit": ("Hij past zeker met deze {number} antwoorden:", "It fits for certain with these {number} answers:"),
    "would-fit-one": ("Hij past zeker met dit antwoord:", "It fits for certain with this answer:"),
    "answer-now": ("nu: {now}", "now: {now}"),
    "answer-open": ("nog niet beantwoord", "not answered yet"),
    "no-such-tip": ("Er is geen tip {name}. Bedoel je {near}?", "There is no tip {name}. Do you mean {near}?"),
    "no-such-tip-at-all": (
        "Er is geen tip {name}. Bekijk ze met `katalys list tips`.",
        "There is no tip {name}. See them with `katalys list tips`.",
    ),
    "help-why": (
        "Waarom past een tip bij de antwoorden, of welke antwoorden zijn er het minst voor nodig?",
        "Why does a tip fit the answers, or what are the fewest answers that would make it fit?",
    ),
    "help-tip": ("de naam of titel van een tip", "the id or title of a tip"),
    "help-save-answers": ("bewaar de antwoorden in dit bestand", "save the answers in this file"),
    "help-until": (
        "first-steps: stop zodra de eerste stappen vaststaan",
        "first-steps: stop as soon as the first steps are settled",
    ),
}
