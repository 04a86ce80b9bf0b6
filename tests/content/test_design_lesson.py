"""The lesson that shows the format: each of its lines, where it must be found."""

from pasapas.content.lesson import Choice, Choices, Lesson, Sentence, Step, read_lesson

from .samples import LESSON, REFERENCES


def test_the_lesson_of_the_design_is_read_whole():
    reading = read_lesson(LESSON, REFERENCES)
    assert reading.problems == ()
    assert not reading.refused
    subject = Choice(
        "Dans le sujet du mail",
        False,
        ("Le sujet est le titre du mail.", "Regardez sous le texte."),
        27,
    )
    below = Choice("Sous le texte", True, ("Oui.", "Le CV est joint."), 28)
    assert reading.document == Lesson(
        title="Joindre un CV",
        need=("On me demande un CV en pièce jointe.",),
        known="Vous envoyez des photos à vos proches ? Le trombone fait pareil.",
        domain="messages",
        level=1,
        minutes=4,
        pictogram="piece-jointe",
        after=("ecrire-un-mail",),
        practice="joindre-un-cv",
        steps=(
            Step(
                "Votre mail est écrit",
                "mail",
                (
                    Sentence("Vous répondez à une offre d'emploi.", 15),
                    Sentence("L'employeur demande votre CV.", 16),
                    Sentence("Le CV est la feuille qui raconte votre travail.", 17),
                ),
                None,
                "step",
                13,
            ),
            Step(
                "Appuyez sur le trombone",
                "trombone",
                (
                    Sentence("Le trombone veut dire : pièce jointe.", 21),
                    Sentence("Une pièce jointe part avec le mail.", 22),
                ),
                None,
                "step",
                19,
            ),
            Step(
                "Vérifiez",
                "verifier",
                (Sentence("Où voyez-vous le nom de votre CV ?", 26),),
                Choices(False, (subject, below), 27),
                "step",
                24,
            ),
            Step(
                "À retenir",
                "retenir",
                (
                    Sentence("Le trombone joint un document.", 32, listed=True),
                    Sentence("Vérifiez le nom avant d'envoyer.", 33, listed=True),
                ),
                None,
                "remember",
                30,
            ),
        ),
        for_real=None,
    )
