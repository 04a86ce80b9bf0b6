"""What another checker says is passed on, but for what it can't know."""

import sys
import types

import pytest

from pasapas.authoring.checking import spelling
from pasapas.content.problems import Severity

from .samples import REFERENCES, said


class Checker:
    """Answers as grammalecte does; `wrong`: what stands in the text → kind of mistake."""

    def __init__(self, **wrong: str):
        self.wrong = wrong
        self.options: dict[str, bool] = {}

    def getParagraphErrors(self, sText):  # noqa: N802, N803
        grammar, misspelt = {}, []
        for word, message in self.wrong.items():
            start = sText.find(word)
            if start < 0:
                continue
            place = {"nStart": start, "nEnd": start + len(word)}
            if message:
                grammar[start] = {**place, "sMessage": message, "sRuleId": "x"}
            else:
                misspelt.append({**place, "sType": "WORD", "sValue": word})
        return grammar.values(), misspelt

    def getGCEngine(self):  # noqa: N802
        return types.SimpleNamespace(setOptions=self.options.update)


def found(checker: Checker, *texts: str) -> list:
    problems = list(spelling.spelling_problems(said(*texts), REFERENCES, checker))
    assert {problem.severity for problem in problems} <= {Severity.WARNING}
    return [(problem.code, problem.line, problem.parameters) for problem in problems]


def test_a_misspelt_word_is_said_once():
    assert found(Checker(telefone=""), "Le telefone.", "Un telefone.") == [
        ("plain.spelling", 1, (("word", "telefone"),))
    ]


def test_what_is_wrong_in_a_sentence_is_said_in_the_words_of_the_checker():
    long = "Accord de nombre erroné avec « les » : « mail » devrait être au pluriel."
    assert found(Checker(mail=long), "Un nom.", "Les mail.") == [
        ("plain.grammar", 2, (("word", "mail"), ("message", long.rstrip("."))))
    ]


@pytest.mark.parametrize("kind", ["", "Accord erroné."])
@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("creer", "Appuyez sur « creer »."),
        ("jose", "Écrivez à jose@bonjour.example."),
        ("mail", "Votre vraie boîte mail est là."),
        ("mail", "Vos Boîtes mail."),
        ("Benali", "Le mail de Benali."),
    ],
)
def test_labels_addresses_names_and_words_of_the_glossary_are_passed_over(kind, word, text):
    assert found(Checker(**{word: kind}), text) == []


def test_a_name_stays_one_in_small_letters_and_without_accents():
    assert found(Checker(jose=""), "Le mail de José.", "Le mot : jose.") == []
    assert found(Checker(jose=""), "Le mot : jose.") != []


def test_a_code_is_no_word():
    assert found(Checker(bogdan1975=""), "Le mot bogdan1975.") == []


def test_the_first_word_of_a_sentence_may_be_wrong():
    assert found(Checker(Le="Accord erroné."), "Le cases.")[0][0] == "plain.grammar"


def test_without_the_package_nothing_is_loaded(monkeypatch):
    monkeypatch.setattr(spelling.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(spelling.importlib, "import_module", lambda name: pytest.fail(name))
    assert spelling.installed_checker() is None


def installed(monkeypatch, module: types.ModuleType):
    monkeypatch.setitem(sys.modules, "grammalecte", module)
    module.__spec__ = types.SimpleNamespace()
    return spelling.installed_checker()


def test_the_package_is_asked_for_french_without_the_rules_of_signs(monkeypatch):
    module, checker, languages = types.ModuleType("grammalecte"), Checker(), []
    module.GrammarChecker = lambda language: languages.append(language) or checker
    assert installed(monkeypatch, module) is checker
    assert languages == ["fr"]
    assert checker.options["nbsp"] is False
    assert "gn" not in checker.options  # agreement stays


def test_another_package_of_that_name_is_not_used(monkeypatch):
    assert installed(monkeypatch, types.ModuleType("grammalecte")) is None
